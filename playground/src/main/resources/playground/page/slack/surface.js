import { el } from '../dom.js';
import { openModal } from '../modal.js';

// What every surface of a Slack client needs to draw its blocks and to send what is pressed.

export function surface(client, place, filled) {
  return {
    names: client.names,
    filled,
    press: async (pointer) => client.report(await client.api.press(place, pointer, filled)),
    search: (pointer, text) => client.api.options(place, pointer, text),
    confirm: (dialog) => confirm(client.stage, dialog),
  };
}

/** Asks before a press; resolves to whether the person went on. */
function confirm(stage, dialog) {
  return new Promise((resolve) => {
    const answer = (yes) => {
      modal.close();
      resolve(yes);
    };
    const button = (text, kind, yes) =>
      el('button', { type: 'button', class: `button ${kind}`, on: { click: () => answer(yes) } }, text.text);
    const panel = el(
      'div',
      { class: 'modal small' },
      el('header', { class: 'modal-head' }, el('h3', {}, dialog.title.text)),
      el('div', { class: 'modal-body' }, el('p', {}, dialog.text.text)),
      el(
        'footer',
        { class: 'modal-foot' },
        button(dialog.deny, '', false),
        button(dialog.confirm, dialog.style ?? 'primary', true),
      ),
    );
    const modal = openModal(stage, panel, {
      label: dialog.title.text,
      testid: 'confirm',
      onEscape: () => answer(false),
    });
    panel.querySelector('.modal-foot button').focus();
  });
}
