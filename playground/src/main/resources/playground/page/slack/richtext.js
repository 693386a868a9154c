import { cannotDraw, el, link } from '../dom.js';

// Rich text blocks.

const EMOJI = {
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  warning: '⚠️',
  rotating_light: '🚨',
  information_source: 'ℹ️',
  hourglass: '⌛',
  bell: '🔔',
  lock: '🔒',
  telephone_receiver: '📞',
};

export function richText(block, names) {
  return el(
    'div',
    { class: 'rich-text' },
    block.elements.map((part) => container(part, names)),
  );
}

function container(part, names) {
  const inside = () => part.elements.map((leaf) => draw(leaf, names));
  switch (part.type) {
    case 'rich_text_section':
      return el('div', {}, inside());
    case 'rich_text_quote':
      return el('blockquote', {}, inside());
    case 'rich_text_preformatted':
      return el('pre', { tabindex: '0' }, inside());
    case 'rich_text_list':
      return el(
        part.style === 'ordered' ? 'ol' : 'ul',
        { class: `indent-${part.indent ?? 0}`, start: part.offset ? String(part.offset + 1) : false },
        part.elements.map((item) =>
          el(
            'li',
            {},
            item.elements.map((leaf) => draw(leaf, names)),
          ),
        ),
      );
    default:
      return cannotDraw(`rich text “${part.type}”`, part);
  }
}

function draw(leaf, names) {
  switch (leaf.type) {
    case 'text':
      return styled(leaf, broken(leaf.text));
    case 'link':
      return styled(leaf, [link(leaf.url, leaf.text ?? leaf.url)]);
    case 'user':
      return el('span', { class: 'mention' }, `@${names.users[leaf.user_id] ?? leaf.user_id}`);
    case 'channel':
      return el('span', { class: 'mention' }, `#${names.channels[leaf.channel_id] ?? leaf.channel_id}`);
    case 'broadcast':
      return el('span', { class: 'mention' }, `@${leaf.range}`);
    case 'emoji':
      return emoji(leaf);
    default:
      return cannotDraw(`rich text “${leaf.type}”`, leaf);
  }
}

/** A name that Slack does not know stays as it was typed. */
function emoji(leaf) {
  const name = leaf.name.replaceAll('_', ' ');
  const picture = EMOJI[leaf.name];
  return picture ? el('span', { role: 'img', 'aria-label': name }, picture) : `:${leaf.name}:`;
}

function styled(leaf, children) {
  const tags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' };
  return Object.entries(tags)
    .filter(([style]) => leaf.style?.[style])
    .reduce((inside, [, tag]) => [el(tag, {}, inside)], children);
}

function broken(text) {
  return text.split('\n').flatMap((line, i) => (i === 0 ? [line] : [el('br'), line]));
}
