import { el } from './dom.js';

// Menus under a button. Arrow keys move, Escape closes and gives the focus back.

/**
 * @param groups called on opening: [{ label, items: [{ content, choose, checked }] }]
 */
export function menuButton(button, label, groups) {
  const anchor = el('span', { class: 'anchor' }, button);
  let popup = null;
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');

  function close(refocus) {
    popup?.remove();
    popup = null;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    if (refocus) {
      button.focus();
    }
  }

  function outside(event) {
    if (!anchor.contains(event.target)) {
      close(false);
    }
  }

  function open() {
    popup = el('div', { class: 'menu', role: 'menu', 'aria-label': label }, groups().map(group));
    popup.addEventListener('keydown', keys);
    popup.addEventListener('focusout', (event) => {
      if (popup && event.relatedTarget && !anchor.contains(event.relatedTarget)) {
        close(false);
      }
    });
    anchor.append(popup);
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    const items = itemsOf(popup);
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  }

  function group({ label: name, items }) {
    return el(
      'div',
      { role: 'group', 'aria-label': name ?? false, class: 'menu-group' },
      name ? el('div', { class: 'menu-heading', 'aria-hidden': 'true' }, name) : null,
      items.map((item) =>
        el(
          'button',
          {
            type: 'button',
            tabindex: '-1',
            role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
            'aria-checked': item.checked === undefined ? false : String(item.checked),
            class: 'menu-item',
            data: item.data ?? {},
            on: {
              click: () => {
                close(true);
                item.choose();
              },
            },
          },
          item.content,
        ),
      ),
    );
  }

  function keys(event) {
    const items = itemsOf(popup);
    const at = items.indexOf(document.activeElement);
    const moves = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key in moves) {
      items[moves[event.key]].focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    } else if (event.key === 'Tab') {
      close(true);
      return;
    } else if (event.key.length === 1 && /\S/.test(event.key)) {
      const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      later.find((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else {
      return;
    }
    if (event.key !== 'Enter' && event.key !== ' ') {
      event.preventDefault();
    }
  }

  button.addEventListener('click', () => (popup ? close(true) : open()));
  return anchor;
}

function itemsOf(popup) {
  return [...popup.querySelectorAll('.menu-item')];
}
