import { slackOf } from '../api.js';
import { avatar, botAvatar } from '../avatar.js';
import { composer } from '../composer.js';
import { el, redraw, redrawList } from '../dom.js';
import { Filled } from '../form.js';
import { icon } from '../icons.js';
import { menuButton } from '../popup.js';
import { drawBlocks, elementTypes } from './blocks.js';
import { Messages, notificationOf } from './messages.js';
import { Modals } from './modals.js';
import { appChat, drawSidebar } from './sidebar.js';
import { surface } from './surface.js';

// One person's Slack client: sidebar, channels, direct messages, the app with its tabs, and modals over it all.

export class SlackClient {
  #person;
  #announce;
  #place = null;
  #main;
  #sidebar;
  #messages = new Messages(this);
  #modals = new Modals(this);
  #homeFilled = new Filled();
  #home = null;
  #conversation = null;
  #seen = new Map();
  #asked = 0;

  constructor(person, stage, { announce }) {
    this.#person = person;
    this.#announce = announce;
    this.stage = stage;
    this.api = slackOf(person.person);
    this.state = null;
    this.names = { users: {}, channels: {} };
    this.#sidebar = el('nav', { class: 'sidebar', 'aria-label': 'Workspace' });
    this.#main = el('section', { class: 'main', 'aria-label': 'Open conversation' });
    stage.classList.add('slack');
    stage.append(this.#sidebar, this.#main);
  }

  /** Asks what there is to show and draws it, unless it was asked again meanwhile. */
  async refresh() {
    this.#asked += 1;
    const mine = this.#asked;
    const state = await this.api.client();
    if (!this.#place) {
      this.#start(state);
    }
    const id = this.#shownId(state);
    const conversation = id ? await this.api.conversation(id) : null;
    if (mine !== this.#asked) {
      return;
    }
    this.state = state;
    this.#conversation = conversation;
    this.names = {
      users: Object.fromEntries([
        ...state.people.map((user) => [user.id, user.name]),
        [state.app.user, state.app.name],
      ]),
      channels: Object.fromEntries(state.conversations.map((one) => [one.id, one.name])),
    };
    drawSidebar(this.#sidebar, state, this.#place, (place) => this.#go(place));
    this.drawMain();
    this.#modals.show(state.modal, state.modals);
    if (conversation?.unread) {
      this.#tellNew(conversation);
      await this.api.read(id);
    }
  }

  /** Shows the client's own complaint after a press. */
  report(outcome) {
    if (outcome.trouble) {
      this.#announce(outcome.trouble, 'trouble');
    }
  }

  drawMain() {
    if (this.#place.app) {
      this.#drawApp();
    } else {
      this.#frame(`conversation ${this.#place.id}`, () => this.#drawConversationFrame());
    }
    this.#drawMessages();
  }

  #shownId(state) {
    if (!this.#place.app) {
      return this.#place.id;
    }
    return this.#place.tab === 'messages' ? appChat(state).id : null;
  }

  /** Starts where something new is, otherwise at the app's home. */
  #start(state) {
    const news = state.conversations.find((one) => one.unread);
    this.#place = news && news.kind !== 'app_chat' ? { id: news.id } : { app: true, tab: news ? 'messages' : 'home' };
    if (this.#place.app) {
      this.api.openAppHome(this.#place.tab);
    }
  }

  #go(place) {
    this.#place = place;
    if (place.app) {
      this.api.openAppHome(place.tab);
    }
    this.refresh();
  }

  /** Draws the frame of the main part only when another place is shown. */
  #frame(name, build) {
    if (this.#main.dataset.frame !== name) {
      this.#main.dataset.frame = name;
      redraw(this.#main, ...build());
    }
  }

  #drawConversationFrame() {
    const one = this.#conversation;
    const channel = one.kind !== 'direct';
    const title = channel ? `#${one.name}` : one.name;
    return [
      el(
        'header',
        { class: 'main-head' },
        el('h3', {}, channel ? icon(one.kind === 'private_channel' ? 'lock' : 'hash') : avatar(one.name), one.name),
        channel ? el('span', { class: 'members' }, icon('people'), `${one.members}`) : null,
      ),
      this.#log(title),
      this.#composer(one.id, `Message ${title}`),
    ];
  }

  #drawApp() {
    const app = this.state.app;
    this.#frame(`app ${this.#place.tab}`, () => [
      el('header', { class: 'main-head' }, el('h3', {}, botAvatar(), app.name)),
      el(
        'div',
        { class: 'tabs', role: 'tablist', 'aria-label': app.name, on: { keydown: (event) => this.#tabKeys(event) } },
        this.#tab('home', 'Home'),
        this.#tab('messages', 'Messages'),
      ),
      ...(this.#place.tab === 'home'
        ? [
            el('div', {
              class: 'panel home',
              role: 'tabpanel',
              'aria-label': 'Home',
              tabindex: '0',
              data: { testid: 'home' },
            }),
          ]
        : [this.#log(app.name), this.#composer(appChat(this.state).id, `Message ${app.name}`)]),
    ]);
    const unread = appChat(this.state).unread;
    const badge = this.#main.querySelector('[data-testid="tab-messages"] .count');
    badge.hidden = !unread || this.#place.tab === 'messages';
    badge.textContent = String(unread);
    if (this.#place.tab === 'home') {
      this.#drawHome();
    }
  }

  #tab(tab, name) {
    const current = this.#place.tab === tab;
    return el(
      'button',
      {
        type: 'button',
        role: 'tab',
        'aria-selected': String(current),
        tabindex: current ? '0' : '-1',
        data: { testid: `tab-${tab}`, key: `tab-${tab}` },
        on: { click: () => this.#go({ app: true, tab }) },
      },
      name,
      el('span', { class: 'count', hidden: true }),
    );
  }

  #tabKeys(event) {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const tab = this.#place.tab === 'home' ? 'messages' : 'home';
      this.#go({ app: true, tab });
      this.drawMain();
      this.#main.querySelector(`[data-testid="tab-${tab}"]`).focus();
    }
  }

  #drawHome() {
    const panel = this.#main.querySelector('.home');
    const home = this.state.home;
    const memo = home ? home.id + home.hash : 'none';
    if (panel.memo === memo) {
      return;
    }
    panel.memo = memo;
    if (!home) {
      redraw(
        panel,
        el(
          'div',
          { class: 'empty' },
          botAvatar(),
          el('p', {}, 'This is where the app shows what needs you. It has not put anything here yet.'),
        ),
      );
      return;
    }
    const before = this.#home ? elementTypes(this.#home.blocks) : {};
    const now = elementTypes(home.blocks);
    this.#homeFilled.retain((block, action) => before[`${block} ${action}`] === now[`${block} ${action}`]);
    this.#home = home;
    redraw(
      panel,
      el('div', { class: 'blocks' }, drawBlocks(home.blocks, surface(this, { view: home.id }, this.#homeFilled))),
    );
  }

  #log(name) {
    return el('div', {
      class: 'log',
      role: 'log',
      'aria-live': 'off',
      'aria-label': `Messages in ${name}`,
      tabindex: '0',
      data: { testid: 'messages' },
    });
  }

  #drawMessages() {
    const log = this.#main.querySelector('.log');
    if (!log || !this.#conversation) {
      return;
    }
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const rows = this.#messages.rows(this.#conversation);
    if (rows.length) {
      redrawList(
        log,
        rows,
        (row) => row.key,
        (row) => this.#messages.draw(row),
      );
    } else {
      redraw(log, el('div', { class: 'empty' }, el('p', {}, beginning(this.#conversation))));
    }
    if (atEnd || log.shown !== this.#conversation.id) {
      log.scrollTop = log.scrollHeight;
    }
    log.shown = this.#conversation.id;
  }

  #composer(conversation, label) {
    return composer({
      label,
      placeholder: label,
      send: (text) => (text.startsWith('/') ? this.api.command(conversation, text) : this.api.say(conversation, text)),
      suggestions: (text) => this.#suggestions(text),
      tools: (insert) => [
        menuButton(
          el(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': 'Shortcuts',
              title: 'Shortcuts',
              data: { testid: 'shortcuts', key: 'shortcuts' },
            },
            icon('bolt'),
          ),
          'Shortcuts',
          () => [
            {
              label: this.state.app.name,
              items: this.state.app.shortcuts.map((shortcut) => ({
                content: shortcut.name,
                choose: async () => this.report(await this.api.shortcut(shortcut.id)),
              })),
            },
            {
              label: 'Commands',
              items: [{ content: this.state.app.command, choose: () => insert(`${this.state.app.command} `) }],
            },
          ],
        ),
        el(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': `Mention ${this.state.app.name}`,
            title: `Mention ${this.state.app.name}`,
            data: { testid: 'mention' },
            on: { click: () => insert(`@${this.state.app.name} `) },
          },
          icon('at'),
        ),
      ],
    });
  }

  #suggestions(text) {
    const { command, hint, name } = this.state.app;
    if (text.startsWith('/') && command.startsWith(text)) {
      return [{ label: command, detail: `${hint} · ${name}`, text: `${command} ` }];
    }
    const mention = /(^|\s)@([\p{L} ]*)$/u.exec(text);
    if (!mention) {
      return [];
    }
    const start = text.slice(0, text.length - mention[2].length);
    return [name, ...Object.values(this.names.users)]
      .filter(
        (one, i, all) =>
          all.indexOf(one) === i && one.toLowerCase().startsWith(mention[2].toLowerCase()) && one !== mention[2],
      )
      .slice(0, 6)
      .map((one) => ({ label: `@${one}`, text: `${start}${one} ` }));
  }

  #tellNew(conversation) {
    const last = conversation.messages[conversation.messages.length - 1];
    if (last && this.#seen.get(conversation.id) !== last.ts && last.user !== this.state.user) {
      const from = this.names.users[last.user] ?? 'Slackbot';
      this.#announce(`${this.#person.name}: new message from ${from}. ${notificationOf(last)}`, 'quiet');
    }
    this.#seen.set(conversation.id, last?.ts);
  }
}

function beginning(conversation) {
  return conversation.kind.endsWith('channel')
    ? `This is the very beginning of #${conversation.name}.`
    : `This is the very beginning of your messages with ${conversation.name}.`;
}
