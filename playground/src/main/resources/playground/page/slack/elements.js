import { combobox } from '../combobox.js';
import { cannotDraw, el, safeUrl, uniqueId } from '../dom.js';
import { busy } from '../form.js';
import { icon } from '../icons.js';
import { menuButton } from '../popup.js';
import { fromLocalInput, toLocalInput } from '../time.js';
import { inline } from './mrkdwn.js';

// Block elements. Each drawer gets the element and where it stands:
//   { pointer, block, surface, attributes: { id, described } | undefined, acts }
// `acts` says whether a change is sent at once; in an input it waits for the submit.

const DRAWERS = {
  button,
  overflow,
  static_select: select,
  users_select: usersSelect,
  external_select: externalSelect,
  multi_static_select: multiSelect,
  radio_buttons: radioButtons,
  checkboxes,
  plain_text_input: textInput,
  datepicker: (element, at) => dated(element, at, 'date', 'initial_date', 'Date'),
  timepicker: (element, at) => dated(element, at, 'time', 'initial_time', 'Time'),
  datetimepicker: dateTime,
  image,
};

/** Elements that are groups of controls, and so want a fieldset around them. */
export const GROUPS = ['radio_buttons', 'checkboxes', 'multi_static_select'];

export function drawElement(element, at) {
  const drawer = DRAWERS[element.type];
  return drawer ? drawer(element, at) : cannotDraw(`the element “${element.type}”`, element);
}

function button(element, at) {
  const node = el(
    'button',
    {
      type: 'button',
      class: `button ${element.style ?? ''}`,
      'aria-label': element.accessibility_label ?? false,
      data: { key: at.pointer, testid: 'button', action: element.action_id },
    },
    element.text.text,
  );
  node.addEventListener('click', () =>
    busy(node, async () => {
      if (element.url && safeUrl(element.url)) {
        window.open(element.url, '_blank', 'noopener');
      }
      await sent(element, at);
    }),
  );
  return node;
}

function overflow(element, at) {
  const opener = el(
    'button',
    { type: 'button', class: 'button icon-only', 'aria-label': 'More actions', data: { key: at.pointer } },
    icon('more'),
  );
  return menuButton(opener, 'More actions', () => [
    {
      items: element.options.map((option) => ({
        content: option.text.text,
        choose: () => {
          at.surface.filled.set(option.value, at.block.block_id, element.action_id);
          sent(element, at);
        },
      })),
    },
  ]);
}

function select(element, at) {
  const chosen = value(element, at, element.initial_option?.value ?? '');
  const options = (list) => list.map((option) => el('option', { value: option.value }, option.text.text));
  const node = el(
    'select',
    control(at, element, 'select'),
    el('option', { value: '' }, element.placeholder?.text ?? 'Select an item'),
    element.option_groups
      ? element.option_groups.map((group) => el('optgroup', { label: group.label.text }, options(group.options)))
      : options(element.options),
  );
  node.value = chosen;
  node.addEventListener('change', () => changed(element, at, node.value));
  return node;
}

function usersSelect(element, at) {
  const users = Object.entries(at.surface.names.users).map(([id, name]) => ({ value: id, text: { text: name } }));
  const initial = users.find((user) => user.value === element.initial_user);
  return select({ ...element, options: users, initial_option: initial }, at);
}

function externalSelect(element, at) {
  const current = value(element, at, element.initial_option ?? null);
  return combobox({
    attributes: {
      ...control(at, element, 'external'),
      placeholder: element.placeholder?.text ?? 'Search',
      value: current?.text?.text ?? '',
    },
    find: async (typed) => {
      if (typed.length < (element.min_query_length ?? 3)) {
        return null;
      }
      const found = await at.surface.search(at.pointer, typed);
      return found.map((option) => ({ text: option.text.text, detail: option.description?.text, option }));
    },
    choose: ({ option }) => changed(element, at, option),
    cleared: () => at.surface.filled.set(null, at.block.block_id, element.action_id),
  });
}

function choices(element, at, type) {
  const single = type === 'radio';
  const initial = single
    ? (element.initial_option?.value ?? null)
    : (element.initial_options ?? []).map((option) => option.value);
  const current = value(element, at, initial);
  const name = uniqueId('choice');
  const inputs = element.options.map((option) =>
    el('input', {
      type,
      name,
      id: uniqueId('option'),
      value: option.value,
      checked: single ? option.value === current : current.includes(option.value),
      data: { key: `${at.pointer}/${option.value}`, action: element.action_id },
    }),
  );
  inputs.forEach((input) =>
    input.addEventListener('change', () => {
      const ticked = inputs.filter((one) => one.checked).map((one) => one.value);
      changed(element, at, single ? (ticked[0] ?? null) : ticked);
    }),
  );
  return el(
    'div',
    { class: 'choices' },
    element.options.map((option, i) =>
      el(
        'div',
        { class: 'choice' },
        inputs[i],
        el(
          'label',
          { for: inputs[i].id },
          textOf(option.text, at),
          option.description ? el('small', {}, textOf(option.description, at)) : null,
        ),
      ),
    ),
  );
}

function radioButtons(element, at) {
  return choices(element, at, 'radio');
}

function checkboxes(element, at) {
  return choices(element, at, 'checkbox');
}

function multiSelect(element, at) {
  const options = element.options ?? element.option_groups.flatMap((group) => group.options);
  const all = choices({ ...element, options }, at, 'checkbox');
  const most = element.max_selected_items ?? options.length;
  all.classList.add('many');
  all.addEventListener('change', () => {
    const boxes = [...all.querySelectorAll('input')];
    const full = boxes.filter((box) => box.checked).length >= most;
    boxes.forEach((box) => (box.disabled = full && !box.checked));
  });
  return all;
}

function textInput(element, at) {
  const properties = {
    ...control(at, element, 'text'),
    placeholder: element.placeholder?.text ?? false,
    value: value(element, at, element.initial_value ?? ''),
    autofocus: element.focus_on_load ?? false,
  };
  const node = element.multiline
    ? el('textarea', { ...properties, rows: '5' })
    : el('input', { ...properties, type: 'text' });
  const left = el('span', { class: 'count', 'aria-hidden': 'true' });
  const count = () => {
    const spare = (element.max_length ?? 3000) - node.value.length;
    left.textContent = spare < 100 ? String(spare) : '';
    left.classList.toggle('over', spare < 0);
  };
  node.addEventListener('input', () => {
    at.surface.filled.set(node.value, at.block.block_id, element.action_id);
    count();
  });
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !element.multiline && at.acts) {
      event.preventDefault();
      sent(element, at);
    }
  });
  count();
  return el('span', { class: 'text-input' }, node, left);
}

function dated(element, at, type, initial, name) {
  const node = el('input', {
    ...control(at, element, type, name),
    type,
    value: value(element, at, element[initial] ?? ''),
  });
  node.addEventListener('change', () => changed(element, at, node.value || null));
  return node;
}

function dateTime(element, at) {
  const seconds = value(element, at, element.initial_date_time ?? null);
  const node = el('input', {
    ...control(at, element, 'date-time', 'Date and time'),
    type: 'datetime-local',
    value: seconds === null ? '' : toLocalInput(seconds),
  });
  node.addEventListener('change', () => changed(element, at, fromLocalInput(node.value)));
  return node;
}

function image(element) {
  return el('img', { src: safeUrl(element.image_url) ?? '', alt: element.alt_text, class: 'thumbnail' });
}

/** The attributes of a control: tied to a label in an input, named by its placeholder elsewhere. */
function control(at, element, kind, name) {
  const own = at.attributes
    ? { id: at.attributes.id, 'aria-describedby': at.attributes.described }
    : { 'aria-label': element.placeholder?.text ?? name ?? 'Select an item' };
  return { ...own, class: `control ${kind}`, data: { key: at.pointer, action: element.action_id } };
}

function value(element, at, untouched) {
  const touched = at.surface.filled.get(at.block.block_id, element.action_id);
  return touched === undefined ? untouched : touched;
}

function changed(element, at, newValue) {
  at.surface.filled.set(newValue === '' ? null : newValue, at.block.block_id, element.action_id);
  if (at.acts) {
    sent(element, at);
  }
}

async function sent(element, at) {
  if (!element.confirm || (await at.surface.confirm(element.confirm))) {
    await at.surface.press(at.pointer);
  }
}

function textOf(text, at) {
  return text.type === 'mrkdwn' ? inline(text.text, at.surface.names) : text.text;
}
