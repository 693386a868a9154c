// Builds elements. Text always becomes text nodes, so nothing that a message says is ever read as markup.

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
    } else if (name === 'data') {
      Object.assign(node.dataset, value);
    } else if (name === 'value' || name === 'checked') {
      node[name] = value;
    } else {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

let made = 0;

export function uniqueId(prefix) {
  made += 1;
  return `${prefix}-${made}`;
}

/** Draws a region anew, and puts the focus back on the control with the same data-key. */
export function redraw(region, ...children) {
  const focused = region.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const top = region.scrollTop;
  region.replaceChildren(...children.flat(Infinity).filter(Boolean));
  region.scrollTop = top;
  if (focused !== undefined) {
    region.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}

/** Draws a region anew only when what it depends on is no longer the same. */
export function redrawOnChange(region, depends, build) {
  const memo = JSON.stringify(depends);
  if (region.memo !== memo) {
    region.memo = memo;
    redraw(region, build());
  }
}

/** Draws a list, keeping the elements of items that did not change. */
export function redrawList(list, items, keyOf, build) {
  const old = new Map([...list.children].map((child) => [child.dataset.item, child]));
  const children = items.map((item) => {
    const memo = JSON.stringify(item);
    const kept = old.get(keyOf(item));
    if (kept && kept.memo === memo) {
      return kept;
    }
    const fresh = build(item);
    fresh.dataset.item = keyOf(item);
    fresh.memo = memo;
    return fresh;
  });
  const same = children.length === list.children.length && children.every((child, i) => child === list.children[i]);
  if (!same) {
    redraw(list, ...children);
  }
}

/** What cannot be drawn is shown loudly, never left out. */
export function cannotDraw(what, json) {
  return el(
    'div',
    { class: 'cannot-draw', role: 'alert', data: { testid: 'cannot-draw' } },
    el('strong', {}, `This page cannot draw ${what}`),
    el('pre', { tabindex: '0', 'aria-label': 'Its JSON' }, JSON.stringify(json, null, 2)),
  );
}

/** Keeps a link or an image to the protocols that a chat client would open. */
export function safeUrl(url) {
  try {
    const parsed = new URL(url, 'https://invalid.example');
    const openable = ['https:', 'http:', 'mailto:', 'tel:'].includes(parsed.protocol);
    return openable && /^[a-z]+:/i.test(url) ? url : null;
  } catch {
    return null;
  }
}

export function link(url, ...children) {
  const href = safeUrl(url);
  return href
    ? el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
    : el('span', {}, ...children);
}
