// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form of the workplace now and then, so that a telephone call or an empty battery loses
// nothing. Without this script there is a button for it.
const form = document.querySelector('form.work[data-subject]');
const state = form?.querySelector('.draft-state');
const pause = 1500; // milliseconds after the last key

let waiting = null; // for the pause after what was typed
let running = null; // a draft that is on its way
let sent = false; // what was typed is kept or thrown away by now

function typed() {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('subject', form.dataset.subject);
  return fields;
}

// It arrives also when the page is left meanwhile.
async function keep() {
  const answer = await fetch('/workplace/drafts', { method: 'POST', body: typed(), keepalive: true }).catch(() => ({ ok: false }));
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
  if (!sent) waiting = setTimeout(start, pause);
});

// A draft that arrives after its form was kept or thrown away would come back as one: whatever is sent waits for it.
document.addEventListener('submit', (event) => {
  stop_waiting();
  sent = true;
  if (!running) return;
  event.preventDefault();
  // Not within this event, in which a form cannot be sent.
  running.then(() => setTimeout(() => event.target.requestSubmit(event.submitter)));
});

// Who leaves in another way within the pause keeps it too; who comes back goes on.
addEventListener('pagehide', () => {
  if (waiting !== null) navigator.sendBeacon('/workplace/drafts', typed());
});
addEventListener('pageshow', () => { sent = false; });
