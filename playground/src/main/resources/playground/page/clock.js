import { clock, moveClock } from './api.js';
import { el } from './dom.js';
import { busy } from './form.js';
import { icon } from './icons.js';
import { inWords } from './time.js';

// The case clock of the application: what time it is for every case, and two ways to move on.

const ASK_EVERY_MILLIS = 15_000;

export class ClockControl {
  #said = el('strong', { data: { testid: 'clock-now' } });
  #next = el('span', { class: 'next', data: { testid: 'clock-next' } });
  #buttons;
  #note = el(
    'p',
    { class: 'clock-note', hidden: true, data: { testid: 'clock-absent' } },
    'The application offers no clock to move.',
  );
  #control;

  constructor() {
    this.#buttons = [
      this.#button('next-reminder', 'Next reminder', 'bell'),
      this.#button('next-working-day', 'Next working day', 'sunrise'),
    ];
    this.#control = el(
      'section',
      { class: 'clock', 'aria-label': 'Case clock', hidden: true, data: { testid: 'clock' } },
      el('div', { class: 'clock-face' }, icon('clock'), el('p', { 'aria-live': 'polite' }, this.#said, this.#next)),
      this.#buttons,
    );
    this.node = el('div', { class: 'clock-place' }, this.#control, this.#note);
    setInterval(() => this.refresh(), ASK_EVERY_MILLIS);
  }

  async refresh() {
    try {
      this.#show(await clock());
    } catch {
      this.#show({ available: false });
    }
  }

  #button(to, text, picture) {
    const button = el(
      'button',
      { type: 'button', class: 'clock-button', data: { testid: `clock-${to}` } },
      icon(picture),
      text,
    );
    button.addEventListener('click', () => busy(button, async () => this.#show(await moveClock(to))));
    return button;
  }

  #show(time) {
    this.#control.hidden = !time.available;
    this.#note.hidden = time.available;
    if (time.available) {
      this.#said.textContent = inWords(new Date(time.now));
      this.#next.textContent = time.next ? `Next reminder: ${inWords(new Date(time.next))}` : 'No reminder is due';
      this.#buttons[0].disabled = !time.next;
    }
  }
}
