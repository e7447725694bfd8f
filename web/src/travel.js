// SPDX-License-Identifier: EUPL-1.2
// The form on the map: other minutes, another way to go, and the ground that is reached and the list follow at once. What
// the server answers is the page that the form would lead to; we take from it all that stands around the map.

const asked_by = (form) => {
  const address = new URL(form.action);
  address.search = new URLSearchParams(new FormData(form));
  return address;
};

// The steps of the list as a slider; a screen reader says them in the words of the list.
function slider(list) {
  const steps = [...list.options];
  const range = Object.assign(document.createElement('input'), { type: 'range', max: steps.length - 1, value: list.selectedIndex });
  range.setAttribute('aria-label', list.labels[0].querySelector('span').textContent);
  const shown = document.createElement('output');
  const say = () => {
    list.selectedIndex = range.value;
    shown.textContent = steps[range.value].text;
    range.setAttribute('aria-valuetext', shown.textContent);
  };
  range.addEventListener('input', say);
  list.hidden = true;
  list.before(range, shown);
  say();
}

// The map stays as it is, and so do the search form, to which its scripts hold on, and what was opened. The same page in
// another language is a new one.
function take_over(host, page) {
  const both = (selector) => [document, page].map((of) => of.querySelector(selector));
  const [, fresh] = both('ww-map'), [form, other_form] = both('form.search');
  const [mine, theirs] = both('.languages');
  mine.replaceWith(theirs);
  for (const name of ['minutes', 'mode']) form.elements[name].value = other_form.elements[name].value;
  other_form.replaceWith(form);
  for (const [before, after] of ['.again', '.facets'].map(both)) if (before && after) after.open = before.open;
  host.querySelector('.captions').replaceWith(fresh.querySelector('.captions'));
  Object.assign(host.dataset, fresh.dataset);
  for (let [mine, theirs] = [host, fresh]; mine.localName !== 'main'; [mine, theirs] = [mine.parentElement, theirs.parentElement]) {
    for (const other of [...mine.parentElement.childNodes]) if (other !== mine) other.remove();
    const all = [...theirs.parentElement.childNodes];
    const at = all.indexOf(theirs);
    mine.before(...all.slice(0, at));
    mine.after(...all.slice(at + 1));
  }
}

async function page_at(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || !page.querySelector('ww-map')) throw new Error(`${answer.status} ${address}`);
  return page;
}

function say_failed(form, told, address) {
  const link = Object.assign(document.createElement('a'), { href: address, textContent: form.dataset.instead });
  told.replaceChildren(form.dataset.failed, ' ', link);
  told.classList.remove('hidden');
}

// `to_reach(address)` draws the ground of that address, `take_list()` the places of the page as it then is.
export function listen(form, host, { to_reach, take_list }) {
  const told = form.querySelector('.told');
  let asked = 0, ground;

  const draw = () => {
    const address = new URL(host.dataset.reach, location.href);
    for (const name of ['minutes', 'mode']) address.searchParams.set(name, form.elements[name].value);
    if (address.href !== ground) to_reach(ground = address.href).catch((problem) => console.warn(problem));
  };

  const change = async () => {
    const mine = ++asked;
    const address = asked_by(form);
    draw();
    try {
      const page = await page_at(address);
      if (mine !== asked) return;
      take_over(host, page);
      history.replaceState(null, '', address);
      told.textContent = document.querySelector('h1').textContent;
      told.classList.add('hidden');
      await take_list();
    } catch (problem) {
      console.warn('The list stays:', problem);
      if (mine === asked) say_failed(form, told, address);
    }
  };

  slider(form.elements.minutes);
  form.addEventListener('input', draw);
  form.addEventListener('change', change);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change();
  });
}
