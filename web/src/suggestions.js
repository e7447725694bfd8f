// SPDX-License-Identifier: EUPL-1.2
// Completes "Wat wil je doen?" with what the site knows. Without this script the browser completes with the themes alone.
const field = document.getElementById('q');
const list = field && document.getElementById(field.getAttribute('list'));

let asked = 0;

function show(results) {
  list.replaceChildren(...results.map(({ text }) => Object.assign(document.createElement('option'), { value: text })));
}

async function complete() {
  const mine = ++asked;
  const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(field.value)}`);
  if (!answer.ok) return;
  const { results } = await answer.json();
  // An answer that comes late is not for what stands there now.
  if (mine === asked && results.length > 0) show(results);
}

let waiting;

if (list) {
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => complete().catch(() => {}), 150);
  });
}
