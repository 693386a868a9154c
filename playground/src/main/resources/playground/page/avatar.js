import { el } from './dom.js';
import { icon } from './icons.js';

// A person's initials on a colour of their own; dark enough for white text.
const COLOURS = ['#8a3b12', '#1d6b52', '#24579d', '#7a3e8e', '#9a2f55', '#4b5d16', '#0f6674', '#5a4bb0', '#7c5200'];

export function avatar(name) {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  const sum = [...name].reduce((total, letter) => total * 31 + letter.codePointAt(0), 7);
  const node = el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
  node.style.background = COLOURS[Math.abs(sum) % COLOURS.length];
  return node;
}

export function botAvatar() {
  return el('span', { class: 'avatar bot', 'aria-hidden': 'true' }, icon('lens'));
}
