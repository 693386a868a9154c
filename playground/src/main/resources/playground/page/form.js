import { el, uniqueId } from './dom.js';

// What a person has filled in, and the labels and faults around each input.

/** Values under two names, such as block and action, or under one. Only what was touched is kept. */
export class Filled {
  #values = {};

  get(...path) {
    return path.reduce((at, name) => at?.[name], this.#values);
  }

  set(value, ...path) {
    const last = path.pop();
    const place = path.reduce((at, name) => (at[name] ??= {}), this.#values);
    place[last] = value;
  }

  /** Forgets every value for which keep(...path) is false. */
  retain(keep) {
    for (const [outer, inner] of Object.entries(this.#values)) {
      for (const name of Object.keys(inner)) {
        if (!keep(outer, name)) {
          delete inner[name];
        }
      }
    }
  }

  toJSON() {
    return this.#values;
  }
}

/**
 * A labelled input. `draw` gets the attributes that tie the control to its label, hint and fault.
 * A group of radio buttons or checkboxes is a fieldset, other controls have a label.
 */
export function field({ label, optional = '', hint, group = false, name, draw }) {
  const id = uniqueId('field');
  const hintId = `${id}-hint`;
  const faultId = `${id}-fault`;
  const described = `${hint ? `${hintId} ` : ''}${faultId}`;
  const fault = el('p', { class: 'fault', id: faultId, hidden: true });
  const text = [label, optional ? el('span', { class: 'optional' }, ` ${optional}`) : null];
  const hintNode = hint ? el('p', { class: 'hint', id: hintId }, hint) : null;
  const node = group
    ? el('fieldset', { class: 'field', 'aria-describedby': described }, el('legend', {}, text))
    : el('div', { class: 'field' }, el('label', { for: id }, text));
  node.append(draw({ id, described }));
  node.append(...[hintNode, fault].filter(Boolean));
  node.dataset.field = name;
  return node;
}

/** Shows faults under their fields and puts the focus on the first. */
export function showFaults(form, faults) {
  let first = null;
  for (const node of form.querySelectorAll('[data-field]')) {
    const message = faults[node.dataset.field];
    const fault = node.querySelector('.fault');
    fault.hidden = !message;
    fault.textContent = message ?? '';
    node.classList.toggle('faulty', Boolean(message));
    const controls = node.querySelectorAll('input, select, textarea, [role=combobox]');
    controls.forEach((control) =>
      message ? control.setAttribute('aria-invalid', 'true') : control.removeAttribute('aria-invalid'),
    );
    if (message && !first) {
      first = controls[0];
    }
  }
  first?.focus();
  return first !== null;
}

/** Runs one act at a time on a control, marked busy meanwhile. */
export async function busy(control, act) {
  if (control.getAttribute('aria-busy') === 'true') {
    return;
  }
  control.setAttribute('aria-busy', 'true');
  try {
    await act();
  } finally {
    control.removeAttribute('aria-busy');
  }
}
