// The page's own icons: strokes on a 20 by 20 grid.

const PATHS = {
  lens: 'M12.6 12.6 17 17M8.2 14a5.8 5.8 0 1 0 0-11.6A5.8 5.8 0 0 0 8.2 14ZM5.8 8.2a2.4 2.4 0 0 1 2.4-2.4',
  hash: 'M7.6 3.5 6 16.5M14 3.5l-1.6 13M3.5 7.3h13M3 12.7h13',
  lock: 'M5 9h10v7.5H5zM7.2 9V6.3a2.8 2.8 0 0 1 5.6 0V9',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  chevron: 'M5.5 8 10 12.5 14.5 8',
  bolt: 'M11 2.5 4.5 11.5H9.5L9 17.5l6.5-9h-5z',
  at: 'M13 7v4.2a2 2 0 0 0 4 0V10a7 7 0 1 0-2.8 5.6M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  send: 'M3.5 4.2 17 10 3.5 15.8 5.4 10zM5.4 10H11',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  eye: 'M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5Zm7.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  reply: 'M8 5 3.5 9.5 8 14M4 9.5h7.5a5 5 0 0 1 5 5v1',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.8V10l2.8 2',
  bell: 'M5.5 8.5a4.5 4.5 0 0 1 9 0c0 4 1.5 5 1.5 5H4s1.5-1 1.5-5ZM8.4 16a1.8 1.8 0 0 0 3.2 0',
  sunrise: 'M3 15h14M6 15a4 4 0 0 1 8 0M10 4v4M4.5 8.5l1.4 1.2M15.5 8.5l-1.4 1.2',
  check: 'M4 10.5 8 14.5 16 6',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.5 16a5 5 0 0 1 10 0M13 4.3a2.6 2.6 0 0 1 0 5M15 12a4.6 4.6 0 0 1 2.6 4',
  window: 'M3 4.5h14v11H3zM10 4.5v11',
};

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
