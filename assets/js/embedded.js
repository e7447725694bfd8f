// SPDX-License-Identifier: EUPL-1.2
// Tells the page around an embedded list how high it is, so that it needs no scroll bar of its own. A height
// is no secret, so anybody may hear it.
const tell = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  window.parent.postMessage({ wegwijzerHeight: height }, '*');
};
new ResizeObserver(tell).observe(document.body);
