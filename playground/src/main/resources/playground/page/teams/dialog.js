import { el } from '../dom.js';
import { Filled, showFaults } from '../form.js';
import { icon } from '../icons.js';
import { openModal } from '../modal.js';
import { drawCard } from './card.js';

// The dialog that a person has open: a card, or a last message.

const SIZES = { small: 'small', medium: 'medium', large: 'large' };

export class Dialog {
  #client;
  #open = null;

  constructor(client) {
    this.#client = client;
  }

  show(dialog) {
    const memo = JSON.stringify(dialog ?? null);
    if (this.#open?.memo === memo || (!dialog && !this.#open)) {
      return;
    }
    if (!dialog) {
      this.#open.modal.close();
      this.#open = null;
      return;
    }
    if (!this.#open) {
      const panel = el('div', { class: 'modal' });
      const modal = openModal(this.#client.stage, panel, {
        label: dialog.title ?? '',
        testid: 'dialog',
        onEscape: () => this.#client.api.closeDialog(),
      });
      this.#open = { modal, panel };
    }
    this.#open.memo = memo;
    this.#fill(this.#open.panel, dialog);
    this.#open.modal.focus();
  }

  #fill(panel, dialog) {
    const name = dialog.title || this.#client.state.bot.name;
    panel.setAttribute('aria-label', name);
    panel.className = `modal ${SIZES[dialog.width] ?? SIZES[dialog.height] ?? 'medium'}`;
    panel.replaceChildren(
      el(
        'header',
        { class: 'modal-head' },
        el('h3', {}, name),
        el(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': 'Close',
            data: { testid: 'dialog-close' },
            on: { click: () => this.#client.api.closeDialog() },
          },
          icon('close'),
        ),
      ),
      el(
        'div',
        { class: 'modal-body' },
        dialog.message === undefined ? this.#card(dialog) : el('p', { class: 'text' }, dialog.message),
      ),
    );
  }

  #card(dialog) {
    const filled = new Filled();
    const node = el('div', { class: 'card-frame bare' });
    node.append(
      drawCard(dialog.card.content, {
        filled,
        press: async (pointer) => {
          const outcome = await this.#client.api.pressInDialog(pointer, filled);
          showFaults(node, outcome.errors ?? {});
          this.#client.report(outcome);
        },
      }),
    );
    return node;
  }
}
