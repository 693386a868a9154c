import { el } from '../dom.js';
import { busy, Filled, showFaults } from '../form.js';
import { icon } from '../icons.js';
import { openModal } from '../modal.js';
import { drawBlocks, elementTypes } from './blocks.js';
import { surface } from './surface.js';

// The modal on top of a person's stack. A new version of the same view keeps what was typed where the ids are the same.

export class Modals {
  #client;
  #open = null;
  #filled = new Map();

  constructor(client) {
    this.#client = client;
  }

  show(view, depth) {
    if (!view) {
      this.#filled.clear();
      this.#close();
      return;
    }
    if (this.#open?.view.id !== view.id) {
      this.#close();
      this.#open = this.#draw(view, depth);
      this.#open.modal.focus();
    } else if (this.#open.view.hash !== view.hash) {
      this.#redraw(view, depth);
    }
  }

  #redraw(view, depth) {
    const old = this.#open;
    const key = document.activeElement?.dataset?.key;
    const sameQuestions = JSON.stringify(elementTypes(old.view.blocks)) === JSON.stringify(elementTypes(view.blocks));
    const types = elementTypes(view.blocks);
    const before = elementTypes(old.view.blocks);
    this.#filledOf(view).retain((block, action) => types[`${block} ${action}`] === before[`${block} ${action}`]);
    this.#fill(old.panel, view, depth);
    this.#open = { ...old, view };
    const again = sameQuestions && key ? old.panel.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
    if (again) {
      again.focus({ preventScroll: true });
    } else {
      old.modal.focus();
    }
  }

  #draw(view, depth) {
    const panel = el('form', { class: 'modal', novalidate: true, on: { submit: (event) => this.#submit(event) } });
    this.#fill(panel, view, depth);
    const modal = openModal(this.#client.stage, panel, {
      label: view.title.text,
      testid: 'modal',
      onEscape: () => this.#dismiss(false),
    });
    return { view, panel, modal };
  }

  #fill(panel, view, depth) {
    const at = surface(this.#client, { view: view.id }, this.#filledOf(view));
    panel.setAttribute('aria-label', view.title.text);
    panel.dataset.view = view.callback_id;
    panel.replaceChildren(
      el(
        'header',
        { class: 'modal-head' },
        depth > 1
          ? el(
              'button',
              { type: 'button', class: 'icon-button', 'aria-label': 'Back', on: { click: () => this.#dismiss(false) } },
              icon('reply'),
            )
          : null,
        el('h3', {}, view.title.text),
        el(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': 'Close',
            data: { testid: 'modal-close' },
            on: { click: () => this.#dismiss(true) },
          },
          icon('close'),
        ),
      ),
      el('div', { class: 'modal-body' }, drawBlocks(view.blocks, at)),
      el('p', { class: 'trouble', role: 'alert', hidden: true }),
      el(
        'footer',
        { class: 'modal-foot' },
        el(
          'button',
          {
            type: 'button',
            class: 'button',
            data: { testid: 'modal-cancel' },
            on: { click: () => this.#dismiss(false) },
          },
          view.close?.text ?? 'Cancel',
        ),
        view.submit
          ? el(
              'button',
              { type: 'submit', class: 'button primary', data: { testid: 'modal-submit', key: 'submit' } },
              view.submit.text,
            )
          : null,
      ),
    );
  }

  #submit(event) {
    event.preventDefault();
    const { view, panel } = this.#open;
    const button = panel.querySelector('[type=submit]');
    if (button) {
      busy(button, async () => {
        const outcome = await this.#client.api.submit(view.id, this.#filledOf(view));
        const trouble = panel.querySelector('.trouble');
        trouble.hidden = !outcome.trouble;
        trouble.textContent = outcome.trouble ?? '';
        showFaults(panel, outcome.errors ?? {});
      });
    }
  }

  #dismiss(whole) {
    this.#client.api.close(this.#open.view.id, whole);
  }

  #close() {
    this.#open?.modal.close();
    this.#open = null;
  }

  #filledOf(view) {
    if (!this.#filled.has(view.id)) {
      this.#filled.set(view.id, new Filled());
    }
    return this.#filled.get(view.id);
  }
}
