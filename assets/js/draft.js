// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form of the workplace now and then, so that a telephone call or an empty battery loses
// nothing. Without this script there is a button for it.
const form = document.querySelector('form.work[data-subject]');
const state = form?.querySelector('.draft-state');
const pause = 1500; // milliseconds after the last key

let waiting;
let running = null; // a draft that is on its way

async function keep() {
  const typed = new URLSearchParams(new FormData(form));
  typed.set('subject', form.dataset.subject);
  const answer = await fetch('/workplace/drafts', { method: 'POST', body: typed }).catch(() => ({ ok: false }));
  state.textContent = answer.ok ? form.dataset.kept : form.dataset.lost;
}

function start() {
  running = (running ?? Promise.resolve()).then(keep).finally(() => { running = null; });
}

form?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(start, pause);
});

// A draft that arrives after what was kept would come back as one: it is waited for.
form?.addEventListener('submit', (event) => {
  clearTimeout(waiting);
  if (!running) return;
  event.preventDefault();
  // Not within this event, in which a form cannot be sent.
  running.then(() => setTimeout(() => form.requestSubmit(event.submitter)));
});
