import { el, uniqueId } from './dom.js';
import { icon } from './icons.js';

// A box to write in: Enter sends, Shift and Enter starts a new line, suggestions come up for a command or a mention.

/**
 * @param suggestions the text so far -> [{ label, detail, text }], where text replaces what was written
 * @param tools buttons beside the box, given a function that inserts text
 */
export function composer({ label, placeholder, send, suggestions = () => [], tools = () => [], testid = 'composer' }) {
  const listId = uniqueId('suggestions');
  const box = el('textarea', {
    class: 'composer-box',
    rows: '1',
    placeholder,
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    data: { testid, key: testid },
  });
  const list = el('ul', {
    class: 'suggestions',
    role: 'listbox',
    id: listId,
    'aria-label': 'Suggestions',
    hidden: true,
  });
  const sendButton = el(
    'button',
    {
      type: 'button',
      class: 'send',
      'aria-label': 'Send',
      title: 'Send',
      disabled: true,
      data: { testid: 'send', key: 'send' },
    },
    icon('send'),
  );
  let chosen = 0;

  function offered() {
    return suggestions(box.value);
  }

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
    sendButton.disabled = box.value.trim() === '';
  }

  function suggest() {
    const offers = offered();
    chosen = Math.min(chosen, Math.max(offers.length - 1, 0));
    list.hidden = offers.length === 0;
    list.replaceChildren(
      ...offers.map((offer, i) =>
        el(
          'li',
          {
            role: 'option',
            id: `${listId}-${i}`,
            'aria-selected': String(i === chosen),
            on: { mousedown: (event) => (event.preventDefault(), take(offer)) },
          },
          el('strong', {}, offer.label),
          offer.detail ? el('span', {}, offer.detail) : null,
        ),
      ),
    );
    if (offers.length) {
      box.setAttribute('aria-activedescendant', `${listId}-${chosen}`);
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  }

  function take(offer) {
    box.value = offer.text;
    changed();
    box.focus();
  }

  function changed() {
    grow();
    suggest();
  }

  function insert(text) {
    const gap = box.value && !/\s$/.test(box.value) ? ' ' : '';
    box.value = `${box.value}${gap}${text}`;
    changed();
    box.focus();
  }

  function sendNow() {
    const text = box.value.trim();
    if (text) {
      box.value = '';
      changed();
      send(text);
    }
  }

  box.addEventListener('input', changed);
  box.addEventListener('blur', () => (list.hidden = true));
  box.addEventListener('focus', suggest);
  box.addEventListener('keydown', (event) => {
    const offers = offered();
    const completes = offers.length > 0 && offers[chosen].text !== box.value;
    if (offers.length && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length;
      suggest();
    } else if (completes && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) {
      take(offers[chosen]);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      sendNow();
    } else if (event.key === 'Escape' && !list.hidden) {
      list.hidden = true;
    } else {
      return;
    }
    event.preventDefault();
  });
  sendButton.addEventListener('click', () => {
    sendNow();
    box.focus();
  });

  return el(
    'div',
    { class: 'composer' },
    list,
    box,
    el('div', { class: 'composer-tools' }, tools(insert), el('span', { class: 'grow' }), sendButton),
  );
}
