// SPDX-License-Identifier: EUPL-1.2
// Remembers where one lives, age and way of travel on this device only, for who asks for it. The site never gets to
// know: what is kept stays in the browser's own store, and goes away with the tick.
const place = 'wegwijzer.choices';
const kept_fields = ['where', 'age', 'minutes', 'mode'];

const form = document.querySelector('form.search[data-remember]');

// A browser may refuse to keep anything; then there is nothing to offer. What cannot be read is forgotten.
function kept() {
  const text = localStorage.getItem(place);
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    localStorage.removeItem(place);
    return null;
  }
}

function values() {
  const all = new FormData(form);
  return Object.fromEntries(kept_fields.filter((name) => all.get(name)).map((name) => [name, all.get(name)]));
}

// Only a form of which nothing is asked yet: below an answer it says what was asked.
function fill(choices) {
  if (location.search) return;
  for (const [name, value] of Object.entries(choices)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
}

function tick(label, hint, on) {
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: on, id: 'remember' });
  box.setAttribute('aria-describedby', 'remember-hint');
  const choice = Object.assign(document.createElement('label'), { className: 'choice' });
  choice.append(box, Object.assign(document.createElement('span'), { textContent: label }));
  const said = Object.assign(document.createElement('p'), { className: 'hint', id: 'remember-hint', textContent: hint });
  const field = Object.assign(document.createElement('div'), { className: 'field remember' });
  field.append(choice, said);
  form.querySelector('[type="submit"]').closest('p').before(field);
  return box;
}

function offer() {
  const choices = kept();
  if (choices) fill(choices);
  const box = tick(form.dataset.remember, form.dataset.rememberHint, choices !== null);
  box.addEventListener('change', () => { if (!box.checked) localStorage.removeItem(place); });
  form.addEventListener('submit', () => { if (box.checked) localStorage.setItem(place, JSON.stringify(values())); });
}

try {
  if (form) offer();
} catch (problem) {
  console.warn('Choices are not remembered:', problem);
}
