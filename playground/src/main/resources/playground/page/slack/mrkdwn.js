import { el, link } from '../dom.js';

// Slack's mrkdwn as elements. Names is { users: { id: name }, channels: { id: name } }.

const TOKEN =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(^|[\s({[\-'"*_~])([*_~])(?=\S)([^\n]*?\S)\5(?=$|[\s)}\].,:;!?\-'"*_~])/m;

export function mrkdwn(text, names) {
  return el('div', { class: 'mrkdwn' }, paragraphs(text, names));
}

function paragraphs(text, names) {
  const nodes = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    if (/^(&gt;|>)/.test(lines[i])) {
      const quoted = [];
      while (i < lines.length && /^(&gt;|>)/.test(lines[i])) {
        quoted.push(lines[i].replace(/^(&gt;|>) ?/, ''));
        i += 1;
      }
      i -= 1;
      nodes.push(el('blockquote', {}, inline(quoted.join('\n'), names)));
    } else {
      const plain = [];
      while (i < lines.length && !/^(&gt;|>)/.test(lines[i])) {
        plain.push(lines[i]);
        i += 1;
      }
      i -= 1;
      nodes.push(...inline(plain.join('\n'), names));
    }
  }
  return nodes;
}

export function inline(text, names) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const found = TOKEN.exec(rest);
    if (!found) {
      nodes.push(...lines(rest));
      break;
    }
    const before = rest.slice(0, found.index) + (found[4] ?? '');
    nodes.push(...lines(before), token(found, names));
    rest = rest.slice(found.index + found[0].length);
  }
  return nodes;
}

function token(found, names) {
  const [, block, code, angle, , mark, marked] = found;
  if (block !== undefined) {
    return el('pre', { tabindex: '0' }, unescape(block.replace(/^\n|\n$/g, '')));
  }
  if (code !== undefined) {
    return el('code', {}, unescape(code));
  }
  if (angle !== undefined) {
    return reference(angle, names);
  }
  return el({ '*': 'strong', _: 'em', '~': 's' }[mark], {}, inline(marked, names));
}

/** <url|text>, <@user>, <#channel|name>, <!here>, <!date^...|fallback> */
function reference(inside, names) {
  const [target, shown] = inside.split('|', 2);
  const text = shown === undefined ? undefined : unescape(shown);
  if (target.startsWith('@')) {
    return el('span', { class: 'mention' }, `@${names.users[target.slice(1)] ?? text ?? target.slice(1)}`);
  }
  if (target.startsWith('#')) {
    return el('span', { class: 'mention' }, `#${names.channels[target.slice(1)] ?? text ?? target.slice(1)}`);
  }
  if (target.startsWith('!')) {
    return el('span', { class: 'mention' }, text ?? `@${target.slice(1).split('^')[0]}`);
  }
  return link(unescape(target), text ?? unescape(target));
}

function lines(text) {
  return unescape(text)
    .split('\n')
    .flatMap((line, i) => (i === 0 ? [line] : [el('br'), line]));
}

export function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
