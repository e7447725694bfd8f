// SPDX-License-Identifier: EUPL-1.2
// <ww-map>: around a <details> with a picture of the map. Who opens it gets the map that moves, once it has
// arrived; without script, without WebGL, or when something goes wrong the picture stays. That it is open stands in the
// page's address (view=map) and goes along to the next search.
class WwMap extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details');
    if (!details) return;
    if (details.open) this.show();
    details.addEventListener('toggle', () => {
      if (details.open) this.show();
      history.replaceState(history.state, '', kept(location.href, details.open));
    });
    const here = (address) => new URL(address).pathname === location.pathname;
    document.addEventListener('click', ({ target }) => {
      const link = target.closest('a[href]');
      if (link?.search && here(link.href)) link.href = kept(link.href, details.open);
    });
    document.addEventListener('formdata', ({ target, formData }) => {
      formData.delete('view');
      if (details.open && here(target.action)) formData.set('view', 'map');
    });
  }

  async show() {
    if (this.asked) return;
    this.asked = true;
    try {
      const { show_map } = await import('./map.js');
      this.map = await show_map(this);
    } catch (problem) {
      console.warn('The picture of the map stays:', problem);
    }
  }
}

function kept(address, open) {
  const url = new URL(address);
  url.searchParams.delete('view');
  if (open) url.searchParams.set('view', 'map');
  return url.href;
}

customElements.define('ww-map', WwMap);
