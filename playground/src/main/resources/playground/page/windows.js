import { avatar } from './avatar.js';
import { el, redraw } from './dom.js';
import { icon } from './icons.js';
import { menuButton } from './popup.js';
import { SlackClient } from './slack/client.js';
import { TeamsClient } from './teams/client.js';

// A window shows one person's client, names the person, and lets you look over another's shoulder instead.

const PLATFORMS = { slack: 'Slack', teams: 'Microsoft Teams' };
const TOAST_MILLIS = 8_000;

export function platformName(person) {
  return PLATFORMS[person.platform];
}

export class Window {
  #people;
  #head = el('header', { class: 'window-head' });
  #quiet = el('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  #toasts = el('div', { class: 'toasts over-all', 'aria-live': 'assertive' });
  #client;
  #refreshing = false;
  #again = false;

  /** @param people { list(), change(window, person), remove(window), lost(fault) } */
  constructor(person, people) {
    this.#people = people;
    this.node = el('section', { class: 'window', tabindex: '-1', data: { testid: 'window' } });
    this.show(person);
  }

  show(person) {
    this.person = person;
    const stage = el('div', { class: 'stage' });
    this.node.dataset.person = person.person;
    this.node.dataset.platform = person.platform;
    this.node.setAttribute('aria-label', `${person.name}, ${person.organisation}, ${platformName(person)}`);
    this.node.replaceChildren(this.#head, stage, this.#quiet);
    const Client = person.platform === 'slack' ? SlackClient : TeamsClient;
    this.#client = new Client(person, stage, { announce: (text, kind) => this.#announce(text, kind) });
    stage.append(this.#toasts);
    this.#drawHead();
    this.refresh();
  }

  /** Draws the client anew; many changes at once are drawn together. */
  async refresh() {
    if (this.#refreshing) {
      this.#again = true;
      return;
    }
    this.#refreshing = true;
    try {
      await this.#client.refresh();
    } catch (fault) {
      this.#people.lost(fault);
    } finally {
      this.#refreshing = false;
      if (this.#again) {
        this.#again = false;
        this.refresh();
      }
    }
  }

  /** Marks the switcher when others have something new, and offers to close the window unless it is the last. */
  note(others, last) {
    this.#head.classList.toggle('news-elsewhere', others);
    this.#head.querySelector('[data-testid=close-window]').hidden = last;
  }

  #drawHead() {
    const { name, title, organisation } = this.person;
    const switcher = el(
      'button',
      {
        type: 'button',
        class: 'switcher',
        'aria-label': `${name}, ${title}. Switch person`,
        data: { testid: 'switch-person', key: 'switch-person' },
      },
      avatar(name),
      el('span', { class: 'who' }, el('strong', {}, name), el('span', {}, title)),
      icon('chevron'),
    );
    redraw(
      this.#head,
      menuButton(switcher, 'Switch person', () => this.#choices()),
      el(
        'p',
        { class: 'where' },
        el('span', {}, organisation),
        el('span', { class: 'platform' }, platformName(this.person)),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': `Close ${name}'s window`,
          title: 'Close window',
          data: { testid: 'close-window', key: 'close-window' },
          on: { click: () => this.#people.remove(this) },
        },
        icon('close'),
      ),
    );
  }

  #choices() {
    const list = this.#people.list();
    const organisations = [...new Set(list.map((one) => one.organisation))];
    return organisations.map((organisation) => {
      const members = list.filter((one) => one.organisation === organisation);
      return {
        label: `${organisation} · ${platformName(members[0])}`,
        items: members.map((one) => ({
          checked: one.person === this.person.person,
          data: { person: one.person },
          content: [
            avatar(one.name),
            el('span', { class: 'who' }, el('strong', {}, one.name), el('span', {}, one.title)),
            one.unread ? el('span', { class: 'count', 'aria-label': `${one.unread} new` }, String(one.unread)) : null,
          ],
          choose: () => this.#people.change(this, one),
        })),
      };
    });
  }

  #announce(text, kind) {
    if (kind === 'quiet') {
      this.#quiet.textContent = text;
      return;
    }
    const toast = el('div', { class: `toast ${kind}`, data: { testid: kind } }, text);
    this.#toasts.append(toast);
    setTimeout(() => toast.remove(), TOAST_MILLIS);
  }
}
