// SPDX-License-Identifier: EUPL-1.2
// For the website of a partner: <wegwijzer-lijst> and <wegwijzer-kaart>, each around a link to a search on
// Wegwijzer. The link makes way for that list in a frame of its own, as high as what is in it; without script,
// or when the list does not come, the link stays. No cookies, nothing about who looks is kept.
const site = new URL(import.meta.url).origin;

class Embedded extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector('a[href]');
    if (!link || this.frame || new URL(link.href).origin !== site) return;
    this.frame = this.frame_for(link);
    this.hear = (message) => this.fit(message, link);
    window.addEventListener('message', this.hear);
    this.append(this.frame);
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.hear);
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
  fit({ source, origin, data }, link) {
    if (source !== this.frame.contentWindow || origin !== site || !Number.isFinite(data?.wegwijzerHeight)) return;
    this.frame.style.blockSize = `${Math.min(Math.max(data.wegwijzerHeight, 80), 30_000)}px`;
    link.remove();
  }
}

customElements.define('wegwijzer-lijst', class extends Embedded {});
customElements.define('wegwijzer-kaart', class extends Embedded {});
