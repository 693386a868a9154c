import { combobox } from '../combobox.js';
import { el, uniqueId } from '../dom.js';
import { field } from '../form.js';

// Inputs of a card. What is filled in is kept as text under the input's id.

const KINDS = {
  'Input.Text': text,
  'Input.Number': (input, at, attributes) => typed(input, at, attributes, 'number'),
  'Input.Date': (input, at, attributes) => typed(input, at, attributes, 'date'),
  'Input.Time': (input, at, attributes) => typed(input, at, attributes, 'time'),
  'Input.Toggle': toggle,
  'Input.ChoiceSet': choiceSet,
};

export function isInput(element) {
  return element.type in KINDS;
}

export function drawInput(input, at) {
  const expanded = input.type === 'Input.ChoiceSet' && (input.style === 'expanded' || input.isMultiSelect);
  const label = input.label
    ? [input.label, input.isRequired ? el('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : null]
    : null;
  if (!label) {
    const node = el('div', { class: 'field', data: { field: input.id } });
    const described = uniqueId('fault');
    const name = input.placeholder ?? input.title ?? input.id;
    node.append(
      KINDS[input.type](input, at, { id: uniqueId('field'), described, name }),
      el('p', { class: 'fault', id: described, hidden: true }),
    );
    return node;
  }
  return field({
    label,
    group: expanded,
    name: input.id,
    draw: (attributes) => KINDS[input.type](input, at, attributes),
  });
}

function common(input, at, { id, described, name }) {
  return {
    id,
    'aria-describedby': described,
    'aria-label': name ?? false,
    'aria-required': input.isRequired ? 'true' : false,
    placeholder: input.placeholder ?? false,
    class: 'control',
    data: { key: `input ${input.id}`, input: input.id },
  };
}

function value(input, at) {
  return at.filled.get(input.id) ?? String(input.value ?? '');
}

function keeping(node, input, at) {
  for (const event of ['input', 'change']) {
    node.addEventListener(event, () => at.filled.set(node.value, input.id));
  }
  return node;
}

function text(input, at, attributes) {
  const properties = { ...common(input, at, attributes), value: value(input, at), maxlength: input.maxLength ?? false };
  const types = { tel: 'tel', url: 'url', email: 'email', password: 'password' };
  return keeping(
    input.isMultiline
      ? el('textarea', { ...properties, rows: '4' })
      : el('input', { ...properties, type: types[(input.style ?? '').toLowerCase()] ?? 'text' }),
    input,
    at,
  );
}

function typed(input, at, attributes, type) {
  const limits = { min: input.min ?? false, max: input.max ?? false };
  return keeping(
    el('input', { ...common(input, at, attributes), ...limits, type, value: value(input, at) }),
    input,
    at,
  );
}

function toggle(input, at, attributes) {
  const on = input.valueOn ?? 'true';
  const box = el('input', {
    ...common(input, at, attributes),
    'aria-label': false,
    class: false,
    type: 'checkbox',
    checked: (at.filled.get(input.id) ?? input.value ?? 'false') === on,
  });
  box.addEventListener('change', () => at.filled.set(box.checked ? on : (input.valueOff ?? 'false'), input.id));
  return el('div', { class: 'choice' }, box, el('label', { for: box.id }, input.title));
}

function choiceSet(input, at, attributes) {
  if (input.isMultiSelect || input.style === 'expanded') {
    return options(input, at, input.isMultiSelect ? 'checkbox' : 'radio');
  }
  return input.style === 'filtered' ? filtered(input, at, attributes) : compact(input, at, attributes);
}

function options(input, at, type) {
  const chosen = value(input, at).split(',');
  const name = uniqueId('choice');
  const controls = input.choices.map((choice) =>
    el('input', {
      type,
      name,
      id: uniqueId('option'),
      value: choice.value,
      checked: chosen.includes(choice.value),
      'aria-required': type === 'radio' && input.isRequired ? 'true' : false,
      data: { key: `input ${input.id} ${choice.value}`, input: input.id },
    }),
  );
  controls.forEach((control) =>
    control.addEventListener('change', () =>
      at.filled.set(
        controls
          .filter((one) => one.checked)
          .map((one) => one.value)
          .join(','),
        input.id,
      ),
    ),
  );
  return el(
    'div',
    { class: 'choices' },
    input.choices.map((choice, i) =>
      el('div', { class: 'choice' }, controls[i], el('label', { for: controls[i].id }, choice.title)),
    ),
  );
}

function compact(input, at, attributes) {
  const node = el(
    'select',
    common(input, at, attributes),
    el('option', { value: '' }, input.placeholder ?? 'Choose'),
    input.choices.map((choice) => el('option', { value: choice.value }, choice.title)),
  );
  node.value = value(input, at);
  return keeping(node, input, at);
}

function filtered(input, at, attributes) {
  const current = input.choices.find((choice) => choice.value === value(input, at));
  return combobox({
    attributes: { ...common(input, at, attributes), value: current?.title ?? '' },
    find: (typed) =>
      input.choices
        .filter((choice) => choice.title.toLowerCase().includes(typed.trim().toLowerCase()))
        .map((choice) => ({ text: choice.title, choice })),
    choose: ({ choice }) => at.filled.set(choice.value, input.id),
    cleared: () => at.filled.set('', input.id),
  });
}
