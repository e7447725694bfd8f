// SPDX-License-Identifier: EUPL-1.2
// For the website of a partner: <wegwijzer-lijst> and <wegwijzer-kaart>, each around a link to a search on
// Wegwijzer. The link makes way for that list in a frame of its own, as high as what is in it; without script,
// or when the list does not come, the link stays. No cookies, nothing about who looks is kept.
// A page may hold lists of several sites; the first script makes the elements and knows the sites of the others.
const site = new URL(import.meta.url).origin;
const names = ['wegwijzer-lijst', 'wegwijzer-kaart'];

class Embedded extends HTMLElement {
  static sites = new Set();

  // Also when a page moves it: its frame is then loaded anew, and is heard again.
  connectedCallback() {
    this.begin();
    if (this.hear) window.addEventListener('message', this.hear);
  }

  begin() {
    const link = this.querySelector('a[href]');
    if (!link || this.frame || !Embedded.sites.has(new URL(link.href).origin)) return;
    const { origin } = new URL(link.href);
    this.frame = this.frame_for(link);
    this.hear = (message) => this.fit(message, origin, link);
    this.append(this.frame);
  }

  disconnectedCallback() {
    if (this.hear) window.removeEventListener('message', this.hear);
  }

  frame_for(link) {
    const address = new URL(link.href);
    address.pathname = address.pathname.replace(/\/offerings$/, '/embed/offerings');
    if (this.localName === 'wegwijzer-kaart') address.searchParams.set('view', 'map');
    const frame = document.createElement('iframe');
    Object.assign(frame, { title: link.textContent.trim(), referrerPolicy: 'no-referrer' });
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox');
    Object.assign(frame.style, { display: 'block', inlineSize: '100%', blockSize: '0', border: '0' });
    frame.src = address.href;
    return frame;
  }

  // Only what our own frame says, and only a height.
  fit({ source, origin, data }, ours, link) {
    if (source !== this.frame.contentWindow || origin !== ours || !Number.isFinite(data?.wegwijzerHeight)) return;
    this.frame.style.blockSize = `${Math.min(Math.max(data.wegwijzerHeight, 80), 30_000)}px`;
    link.remove();
  }
}

if (!customElements.get(names[0])) for (const name of names) customElements.define(name, class extends Embedded {});
customElements.get(names[0]).sites.add(site);
for (const element of document.querySelectorAll(names)) element.connectedCallback();
