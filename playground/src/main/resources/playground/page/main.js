import * as api from './api.js';
import { avatar } from './avatar.js';
import { ClockControl } from './clock.js';
import { el, redrawOnChange } from './dom.js';
import { icon } from './icons.js';
import { platformName, Window } from './windows.js';

// The page: a top bar, a line of people with something new, and the windows. One partnership is shown at a time; which
// one, and who of it, is in the address.

const partnerships = await api.partnerships();
const shownBefore = new Map();
let partnership = partnerships[0];
let everybody = await api.people();
const windows = [];
const grid = document.querySelector('#windows');
const news = document.querySelector('#news');
const picker = document.querySelector('#partnership');
const clock = new ClockControl();
document.querySelector('#clock').append(clock.node);

const lost = document.querySelector('#lost');

const directory = {
  list: people,
  lost: () => (lost.hidden = false),
  change(window, person) {
    window.show(person);
    window.node.querySelector('.switcher').focus();
    remember();
  },
  remove(window) {
    const at = windows.indexOf(window);
    windows.splice(at, 1);
    window.node.remove();
    windows[Math.min(at, windows.length - 1)].node.focus();
    remember();
  },
};

/** The people of the partnership that is shown. */
function people() {
  return everybody.filter((person) => person.partnership === partnership.partnership);
}

/** Shows these people of a partnership; where it has none of them, those with whom it begins. */
function show(chosen, handles) {
  partnership = chosen;
  picker.value = chosen.partnership;
  const find = (handle) => people().find((person) => person.person === handle);
  const beginning = chosen.shownFirst.map(find);
  document.querySelector('#first-person').textContent = beginning[0].name.split(' ')[0];
  windows.splice(0).forEach((window) => window.node.remove());
  const wanted = handles.map(find).filter(Boolean);
  (wanted.length ? wanted : beginning).forEach(open);
}

/** Changes to another partnership, as it was left. */
function changeTo(id) {
  shownBefore.set(partnership.partnership, handlesShown());
  show(
    partnerships.find((one) => one.partnership === id),
    shownBefore.get(id) ?? [],
  );
}

function handlesShown() {
  return windows.map((window) => window.person.person);
}

function open(person) {
  const window = new Window(person, directory);
  windows.push(window);
  grid.append(window.node);
  remember();
  return window;
}

/** Puts who is shown into the address, and draws what depends on it. */
function remember() {
  const other = partnership === partnerships[0] ? '' : `partnership=${partnership.partnership}&`;
  history.replaceState(null, '', `?${other}people=${handlesShown().join(',')}`);
  grid.dataset.count = String(windows.length);
  drawNews();
}

function drawNews() {
  const shown = handlesShown();
  const waiting = people().filter((person) => person.unread && !shown.includes(person.person));
  const elsewhere = partnerships
    .filter((one) => one !== partnership)
    .map((one) => ({ ...one, unread: unreadIn(one) }))
    .filter((one) => one.unread);
  redrawOnChange(news, [waiting, elsewhere], () => [
    waiting.length
      ? el('span', { class: 'news-label' }, icon('bell'), 'Something new for')
      : el('span', { class: 'news-none' }, 'Nobody else has anything new.'),
    waiting.map((person) =>
      el(
        'button',
        {
          type: 'button',
          class: 'news-person',
          'aria-label': `${person.name}, ${person.organisation}, ${platformName(person)}, ${person.unread} new. Open a window`,
          data: { testid: 'open-person', person: person.person, key: person.person },
          on: { click: () => open(person).node.focus() },
        },
        avatar(person.name),
        person.name,
        el('span', { class: 'news-platform' }, person.platform === 'slack' ? 'Slack' : 'Teams'),
        el('span', { class: 'count' }, String(person.unread)),
      ),
    ),
    elsewhere.map((one) =>
      el(
        'button',
        {
          type: 'button',
          class: 'news-partnership',
          'aria-label': `${one.name}, ${one.unread} new. Show this partnership`,
          data: { testid: 'open-partnership', partnership: one.partnership, key: one.partnership },
          on: { click: () => (changeTo(one.partnership), picker.focus()) },
        },
        `In ${one.name}`,
        el('span', { class: 'count' }, String(one.unread)),
      ),
    ),
  ]);
  windows.forEach((window) => window.note(waiting.length > 0, windows.length === 1));
}

function unreadIn(one) {
  const theirs = everybody.filter((person) => person.partnership === one.partnership);
  return theirs.reduce((sum, person) => sum + person.unread, 0);
}

let asking = null;

/** Asks anew who has unread messages; many changes at once make one question. */
function countUnread() {
  asking ??= setTimeout(async () => {
    asking = null;
    try {
      everybody = await api.people();
      drawNews();
    } catch (fault) {
      directory.lost(fault);
    }
  }, 120);
}

function refresh(person) {
  windows.filter((window) => !person || window.person.person === person).forEach((window) => window.refresh());
  countUnread();
}

document.querySelector('#add-window').addEventListener('click', () => {
  const shown = handlesShown();
  const here = people();
  const next =
    here.find((person) => person.unread && !shown.includes(person.person)) ??
    here.find((person) => !shown.includes(person.person)) ??
    here[0];
  open(next).node.querySelector('.switcher').focus();
});

// F6 goes round the windows and the top bar.
document.addEventListener('keydown', (event) => {
  if (event.key === 'F6') {
    const places = [document.querySelector('#add-window'), ...windows.map((window) => window.node)];
    const at = places.findIndex((place) => place.contains(document.activeElement));
    const step = event.shiftKey ? places.length - 1 : 1;
    places[(Math.max(at, 0) + step) % places.length].focus();
    event.preventDefault();
  }
});

/** Everything may have changed while the connection was down. */
function connected() {
  lost.hidden = true;
  clock.refresh();
  refresh();
}

picker.append(
  ...partnerships.map((one) => el('option', { value: one.partnership }, `${one.name}, as in ${one.procedure}`)),
);
picker.addEventListener('change', () => changeTo(picker.value));

const address = new URLSearchParams(location.search);
const asked = address.get('people')?.split(',') ?? [];
const first = asked.map((handle) => everybody.find((person) => person.person === handle)).find(Boolean);
const named = address.get('partnership') ?? first?.partnership;
show(partnerships.find((one) => one.partnership === named) ?? partnerships[0], asked);

api.listen({ person: refresh, clock: () => clock.refresh(), connected });
document.documentElement.dataset.ready = 'true';
