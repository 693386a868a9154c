import * as api from './api.js';
import { avatar } from './avatar.js';
import { ClockControl } from './clock.js';
import { el, redrawOnChange } from './dom.js';
import { icon } from './icons.js';
import { platformName, Window } from './windows.js';

// The page: a top bar, a line of people with something new, and the windows. Who is shown is in the address.

const FIRST = ['asha-patel', 'priya-shah'];

let people = await api.people();
const windows = [];
const grid = document.querySelector('#windows');
const news = document.querySelector('#news');
const clock = new ClockControl();
document.querySelector('#clock').append(clock.node);

const lost = document.querySelector('#lost');

const directory = {
  list: () => people,
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

function open(person) {
  const window = new Window(person, directory);
  windows.push(window);
  grid.append(window.node);
  remember();
  return window;
}

/** Puts who is shown into the address, and draws what depends on it. */
function remember() {
  const shown = windows.map((window) => window.person.person).join(',');
  history.replaceState(null, '', `?people=${shown}`);
  grid.dataset.count = String(windows.length);
  drawNews();
}

function drawNews() {
  const shown = windows.map((window) => window.person.person);
  const waiting = people.filter((person) => person.unread && !shown.includes(person.person));
  redrawOnChange(news, waiting, () => [
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
  ]);
  windows.forEach((window) => window.note(waiting.length > 0, windows.length === 1));
}

let asking = null;

/** Asks anew who has unread messages; many changes at once make one question. */
function countUnread() {
  asking ??= setTimeout(async () => {
    asking = null;
    try {
      people = await api.people();
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
  const shown = windows.map((window) => window.person.person);
  const next =
    people.find((person) => person.unread && !shown.includes(person.person)) ??
    people.find((person) => !shown.includes(person.person)) ??
    people[0];
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

const asked = new URLSearchParams(location.search).get('people')?.split(',') ?? FIRST;
const wanted = asked.map((handle) => people.find((person) => person.person === handle)).filter(Boolean);
(wanted.length ? wanted : people.slice(0, 2)).forEach(open);

api.listen({ person: refresh, clock: () => clock.refresh(), connected });
document.documentElement.dataset.ready = 'true';
