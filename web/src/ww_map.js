// SPDX-License-Identifier: EUPL-1.2
// <ww-map>: around a <details> with a picture of the map. Who opens it gets the map that moves, once it has
// arrived; without script, without WebGL, or when something goes wrong the picture stays.
class WwMap extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details');
    if (!details) return;
    if (details.open) this.show(details);
    else details.addEventListener('toggle', () => this.show(details), { once: true });
  }

  async show(details) {
    try {
      const { show_map } = await import('./map.js');
      this.map = await show_map(details, JSON.parse(this.dataset.venues), this.dataset);
    } catch (problem) {
      console.warn('The picture of the map stays:', problem);
    }
  }
}

customElements.define('ww-map', WwMap);
