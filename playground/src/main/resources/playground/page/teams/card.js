import { cannotDraw, el, safeUrl } from '../dom.js';
import { busy } from '../form.js';
import { icon } from '../icons.js';
import { menuButton } from '../popup.js';
import { drawInput, isInput } from './inputs.js';
import { inline, markdown } from './markdown.js';

// Adaptive Cards. `at` is { filled, press(pointer), root } and `pointer` is where an element stands in the card.

const DRAWERS = {
  TextBlock: textBlock,
  RichTextBlock: richTextBlock,
  Container: container,
  ColumnSet: columnSet,
  FactSet: factSet,
  Image: image,
  ActionSet: (element, at, pointer) => actionBar(element.actions, at, `${pointer}/actions`),
};

const PRIMARY_ACTIONS = 6;

export function drawCard(card, at, pointer = '') {
  const root = el('div', { class: 'card', lang: card.lang ?? false, data: { testid: 'card' } });
  const scope = { ...at, root: at.root ?? root };
  root.append(
    ...elements(card.body ?? [], scope, `${pointer}/body`),
    ...(card.actions?.length ? [actionBar(card.actions, scope, `${pointer}/actions`)] : []),
  );
  if (card.selectAction) {
    makeSelectable(root, card.selectAction, scope, `${pointer}/selectAction`);
  }
  return root;
}

function elements(items, at, pointer) {
  return items.map((element, i) => draw(element, at, `${pointer}/${i}`));
}

function draw(element, at, pointer) {
  let node;
  if (isInput(element)) {
    node = drawInput(element, at);
  } else if (element.type in DRAWERS) {
    node = DRAWERS[element.type](element, at, pointer);
  } else {
    node = cannotDraw(`the element “${element.type}”`, element);
  }
  node.classList.add('element', `spacing-${(element.spacing ?? 'default').toLowerCase()}`);
  if (element.separator) {
    node.classList.add('separator');
  }
  if (element.id) {
    node.dataset.elementId = element.id;
  }
  node.hidden = element.isVisible === false;
  if (element.selectAction) {
    makeSelectable(node, element.selectAction, at, `${pointer}/selectAction`);
  }
  return node;
}

function textBlock(block) {
  const heading = block.style === 'heading';
  const classes = [
    'text',
    `size-${(block.size ?? (heading ? 'large' : 'default')).toLowerCase()}`,
    `weight-${(block.weight ?? (heading ? 'bolder' : 'default')).toLowerCase()}`,
    `color-${(block.color ?? 'default').toLowerCase()}`,
    `align-${(block.horizontalAlignment ?? 'left').toLowerCase()}`,
    block.isSubtle ? 'subtle' : '',
    block.wrap ? '' : 'no-wrap',
    (block.fontType ?? '').toLowerCase() === 'monospace' ? 'monospace' : '',
  ];
  const node = el('div', { class: classes.filter(Boolean).join(' ') }, markdown(block.text));
  if (heading) {
    node.setAttribute('role', 'heading');
    node.setAttribute('aria-level', '4');
  }
  if (block.maxLines) {
    node.classList.add('max-lines');
    node.style.setProperty('--max-lines', block.maxLines);
  }
  return node;
}

function richTextBlock(block) {
  return el(
    'div',
    { class: `text align-${(block.horizontalAlignment ?? 'left').toLowerCase()}` },
    block.inlines.map((run) => {
      if (typeof run === 'string') {
        return run;
      }
      const classes = [
        `size-${(run.size ?? 'default').toLowerCase()}`,
        `weight-${(run.weight ?? 'default').toLowerCase()}`,
        `color-${(run.color ?? 'default').toLowerCase()}`,
        run.isSubtle ? 'subtle' : '',
        run.highlight ? 'highlight' : '',
        run.italic ? 'italic' : '',
        run.strikethrough ? 'strikethrough' : '',
        run.underline ? 'underline' : '',
      ];
      return el('span', { class: classes.filter(Boolean).join(' ') }, run.text);
    }),
  );
}

function container(element, at, pointer) {
  return el(
    'div',
    { class: `container style-${(element.style ?? 'default').toLowerCase()} ${element.bleed ? 'bleed' : ''}` },
    elements(element.items, at, `${pointer}/items`),
  );
}

function columnSet(element, at, pointer) {
  return el(
    'div',
    { class: `columns style-${(element.style ?? 'default').toLowerCase()}` },
    (element.columns ?? []).map((column, i) => {
      const node = el(
        'div',
        {
          class: `column style-${(column.style ?? 'default').toLowerCase()} v-${(column.verticalContentAlignment ?? 'top').toLowerCase()}`,
        },
        elements(column.items ?? [], at, `${pointer}/columns/${i}/items`),
      );
      node.style.flex = flexOf(column.width);
      node.hidden = column.isVisible === false;
      if (column.id) {
        node.dataset.elementId = column.id;
      }
      if (column.selectAction) {
        makeSelectable(node, column.selectAction, at, `${pointer}/columns/${i}/selectAction`);
      }
      return node;
    }),
  );
}

/** auto, stretch, a weight, or pixels */
function flexOf(width) {
  if (width === 'auto') {
    return '0 1 auto';
  }
  if (typeof width === 'string' && width.endsWith('px')) {
    return `0 0 ${width}`;
  }
  return `${Number(width) || 1} 1 0`;
}

function factSet(element) {
  return el(
    'dl',
    { class: 'facts' },
    element.facts.map((fact) => el('div', {}, el('dt', {}, inline(fact.title)), el('dd', {}, markdown(fact.value)))),
  );
}

function image(element) {
  return el(
    'div',
    { class: `align-${(element.horizontalAlignment ?? 'left').toLowerCase()}` },
    el('img', {
      src: safeUrl(element.url) ?? (element.url.startsWith('data:image/') ? element.url : ''),
      alt: element.altText ?? '',
      class: `size-${(element.size ?? 'auto').toLowerCase()} ${element.style === 'person' ? 'person' : ''}`,
    }),
  );
}

function actionBar(actions, at, pointer) {
  const bar = el('div', { class: 'actions' });
  const shown = el('div', { class: 'shown-cards' });
  const first = actions.filter((action) => action.mode !== 'secondary').slice(0, PRIMARY_ACTIONS);
  const more = actions.filter((action) => !first.includes(action));
  const place = (action) => `${pointer}/${actions.indexOf(action)}`;
  bar.append(...first.map((action) => actionButton(action, at, place(action), shown)));
  if (more.length) {
    const opener = el(
      'button',
      { type: 'button', class: 'button icon-only', 'aria-label': 'More actions' },
      icon('more'),
    );
    bar.append(
      menuButton(opener, 'More actions', () => [
        { items: more.map((action) => ({ content: action.title, choose: () => run(action, at, place(action)) })) },
      ]),
    );
  }
  return el('div', { class: 'action-set' }, bar, shown);
}

function actionButton(action, at, pointer, shown) {
  const node = el(
    'button',
    {
      type: 'button',
      class: `button ${action.style ?? ''}`,
      title: action.tooltip ?? false,
      disabled: action.isEnabled === false,
      data: { key: `action ${pointer}`, testid: 'button' },
    },
    action.title,
  );
  if (action.type === 'Action.ShowCard') {
    const card = drawCard(action.card, at, `${pointer}/card`);
    card.classList.add('inner');
    card.hidden = true;
    shown.append(card);
    node.setAttribute('aria-expanded', 'false');
    node.addEventListener('click', () => {
      [...shown.children].forEach((other) => (other.hidden = other !== card || !card.hidden));
      node.parentElement
        .querySelectorAll('[aria-expanded]')
        .forEach((button) => button.setAttribute('aria-expanded', String(button === node && !card.hidden)));
    });
  } else {
    node.addEventListener('click', () => busy(node, () => run(action, at, pointer)));
  }
  return node;
}

async function run(action, at, pointer) {
  switch (action.type) {
    case 'Action.OpenUrl':
      if (safeUrl(action.url)) {
        window.open(action.url, '_blank', 'noopener');
      }
      break;
    case 'Action.ToggleVisibility':
      action.targetElements.forEach((target) => toggle(target, at.root));
      break;
    default:
      await at.press(pointer);
  }
}

function toggle(target, root) {
  const id = target.elementId ?? target;
  const node = root.querySelector(`[data-element-id="${CSS.escape(id)}"]`);
  if (node) {
    node.hidden = target.isVisible === undefined ? !node.hidden : !target.isVisible;
  }
}

function makeSelectable(node, action, at, pointer) {
  node.classList.add('selectable');
  node.tabIndex = 0;
  node.setAttribute('role', action.type === 'Action.OpenUrl' ? 'link' : 'button');
  if (action.title) {
    node.setAttribute('aria-label', action.title);
  }
  node.addEventListener('click', () => busy(node, () => run(action, at, pointer)));
  node.addEventListener('keydown', (event) => {
    if (event.target === node && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      node.click();
    }
  });
}
