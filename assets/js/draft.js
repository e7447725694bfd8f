// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form of the workplace now and then, so that a telephone call or an empty battery loses
// nothing. Without this script there is a button for it.
const form = document.querySelector('form.work[data-subject]');
const state = form?.querySelector('.draft-state');
const pause = 1500; // milliseconds after the last key

let waiting;
let leaving = false;

async function keep() {
  const typed = new URLSearchParams(new FormData(form));
  typed.set('subject', form.dataset.subject);
  const answer = await fetch(form.dataset.drafts ?? '/work/drafts', { method: 'POST', body: typed });
  if (answer.ok && !leaving) state.textContent = form.dataset.kept;
}

form?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => keep().catch(() => {}), pause);
});
// What is sent is kept by that; a draft that arrives later would come back.
form?.addEventListener('submit', () => {
  leaving = true;
  clearTimeout(waiting);
});
