import { el, link } from '../dom.js';

// The subset of markdown that Teams shows in cards and bot messages: bold, italic, links and lists.

const TOKEN =
  /\*\*(\S[^\n]*?)\*\*|__(\S[^\n]*?)__|(?<![\w*])\*(\S[^*\n]*?)\*(?!\w)|(?<![\w_])_(\S[^_\n]*?)_(?!\w)|\[([^\]\n]+)\]\(([^)\s]+)\)|`([^`\n]+)`/;

export function markdown(text) {
  const nodes = [];
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let i = 0; i < lines.length;) {
    const item = listItem(lines[i]);
    if (item) {
      const items = [];
      const { ordered, start } = item;
      while (i < lines.length && listItem(lines[i])?.ordered === ordered) {
        items.push(el('li', {}, inline(listItem(lines[i]).text)));
        i += 1;
      }
      nodes.push(el(ordered ? 'ol' : 'ul', { start: ordered && start !== 1 ? String(start) : false }, items));
    } else if (/^\s*>/.test(lines[i])) {
      const quoted = [];
      while (i < lines.length && /^\s*>/.test(lines[i])) {
        quoted.push(lines[i].replace(/^\s*> ?/, ''));
        i += 1;
      }
      nodes.push(el('blockquote', {}, broken(quoted)));
    } else {
      const plain = [];
      while (i < lines.length && !listItem(lines[i]) && !/^\s*>/.test(lines[i])) {
        plain.push(lines[i]);
        i += 1;
      }
      nodes.push(...broken(plain));
    }
  }
  return nodes;
}

function listItem(line) {
  const found = /^\s*(?:[-*+]|(\d+)\.)\s+(.*)$/.exec(line);
  return found && { ordered: found[1] !== undefined, start: Number(found[1] ?? 1), text: found[2] };
}

function broken(lines) {
  return lines.flatMap((line, i) => (i === 0 ? inline(line) : [el('br'), ...inline(line)]));
}

export function inline(text) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const found = TOKEN.exec(rest);
    if (!found) {
      nodes.push(rest);
      break;
    }
    nodes.push(rest.slice(0, found.index));
    const [, bold, boldToo, italic, italicToo, shown, url, code] = found;
    if (shown !== undefined) {
      nodes.push(link(url, inline(shown)));
    } else if (code !== undefined) {
      nodes.push(el('code', {}, code));
    } else if (bold ?? boldToo) {
      nodes.push(el('strong', {}, inline(bold ?? boldToo)));
    } else {
      nodes.push(el('em', {}, inline(italic ?? italicToo)));
    }
    rest = rest.slice(found.index + found[0].length);
  }
  return nodes;
}
