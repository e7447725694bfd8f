// SPDX-License-Identifier: EUPL-1.2
// <ww-read-aloud>: a button that reads the page to who does not read yet. Only with a voice of the device itself, since others
// send the text to somebody else; without one there is no button.
const parts = 'h1, h2, h3, p, .tile, .facts li, .hint, label';

class WwReadAloud extends HTMLElement {
  connectedCallback() {
    if (!('speechSynthesis' in window)) return;
    const offer = () => this.offer(speechSynthesis.getVoices().find((voice) => this.speaks(voice)));
    offer();
    speechSynthesis.addEventListener('voiceschanged', offer);
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }

  speaks(voice) {
    return voice.localService && voice.lang.toLowerCase().startsWith(document.documentElement.lang);
  }

  offer(voice) {
    if (!voice || this.button) return;
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'button';
    this.button.textContent = this.dataset.read;
    this.button.addEventListener('click', () => (speechSynthesis.speaking ? this.stop() : this.read(voice)));
    this.append(this.button);
  }

  read(voice) {
    const texts = [...document.querySelectorAll('main')].flatMap((main) => [...main.querySelectorAll(parts)])
      .filter((part) => part.checkVisibility()).map((part) => part.textContent.trim()).filter(Boolean);
    this.button.textContent = this.dataset.stop;
    texts.forEach((text, i) => {
      const said = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.9 });
      if (i === texts.length - 1) said.addEventListener('end', () => this.stop());
      speechSynthesis.speak(said);
    });
  }

  stop() {
    speechSynthesis.cancel();
    this.button.textContent = this.dataset.read;
  }
}

customElements.define('ww-read-aloud', WwReadAloud);
