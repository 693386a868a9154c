import { el, uniqueId } from './dom.js';

// An input that offers what was found for the text in it. Arrow keys move, Enter takes, Escape puts the list away.

/**
 * @param attributes of the input
 * @param find text -> options [{ text, detail }], or a promise of them, or null for no list
 * @param choose called with the option that was taken
 * @param cleared called when the text no longer stands for an option
 */
export function combobox({ attributes, find, choose, cleared }) {
  const listId = uniqueId('options');
  const input = el('input', {
    ...attributes,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  });
  const list = el('ul', {
    class: 'suggestions below',
    role: 'listbox',
    id: listId,
    'aria-label': 'Found',
    hidden: true,
  });
  let options = [];
  let active = -1;
  let latest = 0;

  function show(open) {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    list.replaceChildren(...(options.length ? options.map(drawn) : [el('li', { class: 'none' }, 'Nothing found')]));
    if (open && active >= 0) {
      input.setAttribute('aria-activedescendant', `${listId}-${active}`);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function drawn(option, i) {
    return el(
      'li',
      {
        role: 'option',
        id: `${listId}-${i}`,
        'aria-selected': String(i === active),
        on: { mousedown: (event) => (event.preventDefault(), take(option)) },
      },
      el('span', {}, option.text),
      option.detail ? el('small', {}, option.detail) : null,
    );
  }

  async function search() {
    latest += 1;
    const mine = latest;
    const found = await find(input.value);
    if (mine === latest) {
      options = found ?? [];
      active = -1;
      show(found !== null && document.activeElement === input);
    }
  }

  function take(option) {
    input.value = option.text;
    show(false);
    choose(option);
  }

  input.addEventListener('input', () => {
    cleared();
    search();
  });
  input.addEventListener('focus', search);
  input.addEventListener('blur', () => show(false));
  input.addEventListener('keydown', (event) => {
    if (list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : options.length - 1;
      active = options.length ? (Math.max(active, event.key === 'ArrowDown' ? -1 : 0) + step) % options.length : -1;
      show(true);
    } else if (event.key === 'Enter' && active >= 0) {
      take(options[active]);
    } else if (event.key === 'Escape') {
      show(false);
    } else {
      return;
    }
    event.preventDefault();
  });
  return el('span', { class: 'anchor wide' }, input, list);
}
