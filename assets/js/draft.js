// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form of the workplace now and then, so that a telephone call or an empty battery loses
// nothing. Without this script there is a button for it.
const form = document.querySelector('form.work[data-subject]');
const state = form?.querySelector('.draft-state');
const pause = 1500; // milliseconds after the last key

let waiting = null; // for the pause after what was typed
let running = null; // a draft that is on its way

function typed() {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('subject', form.dataset.subject);
  return fields;
}

async function keep() {
  const answer = await fetch('/workplace/drafts', { method: 'POST', body: typed() }).catch(() => ({ ok: false }));
  state.textContent = answer.ok ? form.dataset.kept : form.dataset.lost;
}

function start() {
  waiting = null;
  running = (running ?? Promise.resolve()).then(keep).finally(() => { running = null; });
}

function stop_waiting() {
  clearTimeout(waiting);
  waiting = null;
}

form?.addEventListener('input', () => {
  stop_waiting();
  waiting = setTimeout(start, pause);
});

// A draft that arrives after what was kept would come back as one: it is waited for.
form?.addEventListener('submit', (event) => {
  if (!running) return;
  event.preventDefault();
  // Not within this event, in which a form cannot be sent.
  running.then(() => setTimeout(() => form.requestSubmit(event.submitter)));
});

// Whatever is sent, what was typed is in it or thrown away. Who leaves in another way keeps it: the browser sends it after
// the page is gone.
document.addEventListener('submit', stop_waiting);
addEventListener('pagehide', () => {
  if (waiting !== null) navigator.sendBeacon('/workplace/drafts', typed());
});
