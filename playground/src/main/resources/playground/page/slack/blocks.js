import { cannotDraw, el, safeUrl } from '../dom.js';
import { field } from '../form.js';
import { drawElement, GROUPS } from './elements.js';
import { mrkdwn } from './mrkdwn.js';
import { richText } from './richtext.js';

// Blocks. A surface is { names, filled, press(pointer), search(pointer, text), confirm(dialog) }.

const DRAWERS = {
  header,
  section,
  context,
  divider,
  actions,
  input,
  image,
  rich_text: (block, at) => richText(block, at.surface.names),
};

export function drawBlocks(blocks, surface) {
  return blocks.map((block, i) => {
    const drawer = DRAWERS[block.type];
    const node = drawer
      ? drawer(block, { pointer: `/blocks/${i}`, block, surface })
      : cannotDraw(`the block “${block.type}”`, block);
    node.classList.add('block', `block-${block.type}`);
    node.dataset.block = block.block_id;
    return node;
  });
}

/** Which element has which ids, to tell what may be kept when blocks are drawn anew. */
export function elementTypes(blocks) {
  const types = {};
  for (const block of blocks) {
    for (const element of [block.element, block.accessory, ...(block.elements ?? [])]) {
      if (element?.action_id) {
        types[`${block.block_id} ${element.action_id}`] = element.type;
      }
    }
  }
  return types;
}

function header(block) {
  return el('h4', {}, block.text.text);
}

function section(block, at) {
  const text = block.text ? textObject(block.text, at.surface) : null;
  const fields = block.fields
    ? el(
        'div',
        { class: 'fields' },
        block.fields.map((one) => textObject(one, at.surface)),
      )
    : null;
  const accessory = block.accessory
    ? el(
        'div',
        { class: `accessory accessory-${block.accessory.type}` },
        drawElement(block.accessory, { ...at, pointer: `${at.pointer}/accessory`, acts: true }),
      )
    : null;
  return el('div', {}, el('div', { class: 'section-text' }, text, fields), accessory);
}

function context(block, at) {
  return el(
    'div',
    {},
    block.elements.map((element) =>
      element.type === 'image' ? drawElement(element, at) : textObject(element, at.surface),
    ),
  );
}

function divider() {
  return el('hr');
}

function actions(block, at) {
  return el(
    'div',
    {},
    block.elements.map((element, i) =>
      drawElement(element, { ...at, pointer: `${at.pointer}/elements/${i}`, acts: true }),
    ),
  );
}

function input(block, at) {
  return field({
    label: block.label.text,
    optional: block.optional ? '(optional)' : '',
    hint: block.hint?.text,
    group: GROUPS.includes(block.element.type),
    name: block.block_id,
    draw: (attributes) =>
      drawElement(block.element, {
        ...at,
        pointer: `${at.pointer}/element`,
        attributes,
        acts: block.dispatch_action ?? false,
      }),
  });
}

function image(block) {
  return el(
    'figure',
    {},
    block.title ? el('figcaption', {}, block.title.text) : null,
    el('img', { src: safeUrl(block.image_url) ?? '', alt: block.alt_text }),
  );
}

function textObject(text, surface) {
  return text.type === 'mrkdwn' ? mrkdwn(text.text, surface.names) : el('div', { class: 'plain' }, text.text);
}
