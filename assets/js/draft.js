// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form of the workplace now and then, so that a telephone call or an empty battery loses
// nothing. Without this script there is a button for it.
const form = document.querySelector('form.work[data-subject]');
const state = form?.querySelector('.draft-state');
const pause = 1500; // milliseconds after the last key

let waiting;
let running = Promise.resolve();

async function keep() {
  const typed = new URLSearchParams(new FormData(form));
  typed.set('subject', form.dataset.subject);
  const answer = await fetch('/work/drafts', { method: 'POST', body: typed }).catch(() => ({ ok: false }));
  state.textContent = answer.ok ? form.dataset.kept : form.dataset.lost;
}

form?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { running = running.then(keep); }, pause);
});

// A draft that arrives after what was kept would come back: what is on its way is waited for.
let sure = false;
form?.addEventListener('submit', (event) => {
  clearTimeout(waiting);
  if (sure) return;
  event.preventDefault();
  running.finally(() => {
    sure = true;
    form.requestSubmit(event.submitter);
  });
});
