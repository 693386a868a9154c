import { teamsOf } from '../api.js';
import { avatar, botAvatar } from '../avatar.js';
import { composer } from '../composer.js';
import { el, redraw, redrawList, redrawOnChange } from '../dom.js';
import { icon } from '../icons.js';
import { clockTime } from '../time.js';
import { Dialog } from './dialog.js';
import { Messages, notificationOf } from './messages.js';

// One person's Teams client: chats and channels, the chat with the bot, posts of a channel, and dialogs over it all.

export class TeamsClient {
  #person;
  #announce;
  #main;
  #list;
  #shown = null;
  #opened = false;
  #conversation = null;
  #messages = new Messages(this);
  #dialog = new Dialog(this);
  #seen = new Map();
  #asked = 0;

  constructor(person, stage, { announce }) {
    this.#person = person;
    this.#announce = announce;
    this.stage = stage;
    this.api = teamsOf(person.person);
    this.state = null;
    this.#list = el('nav', { class: 'chats', 'aria-label': 'Chats and channels' });
    this.#main = el('section', { class: 'main', 'aria-label': 'Open conversation' });
    stage.classList.add('teams');
    stage.append(this.#list, this.#main);
  }

  /** Asks what there is to show and draws it, unless it was asked again meanwhile. */
  async refresh() {
    this.#asked += 1;
    const mine = this.#asked;
    const state = await this.api.client();
    this.#shown ??= (state.conversations.find((one) => one.unread) ?? state.conversations[0]).id;
    const id = this.#shown;
    const conversation = await this.api.conversation(id);
    if (mine !== this.#asked) {
      return;
    }
    this.state = state;
    this.#conversation = conversation;
    this.#drawList();
    this.drawMain();
    this.#dialog.show(state.dialog);
    if (conversation.unread) {
      this.#tellNew(conversation);
    }
    if (conversation.unread || !this.#opened) {
      this.#opened = true;
      await this.api.read(id);
    }
  }

  report(outcome) {
    if (outcome.trouble) {
      this.#announce(outcome.trouble, 'trouble');
    } else if (outcome.toast) {
      this.#announce(outcome.toast, 'toast');
    }
  }

  drawMain() {
    const one = this.#conversation;
    if (this.#main.dataset.frame !== one.id) {
      this.#main.dataset.frame = one.id;
      redraw(this.#main, this.#frame(one));
    }
    this.#drawMessages();
  }

  /** Suggests the bot after an @. */
  mentions(text) {
    const mention = /(^|\s)@([\p{L} ]*)$/u.exec(text);
    const name = this.state.bot.name;
    return mention && name.toLowerCase().startsWith(mention[2].toLowerCase()) && name !== mention[2]
      ? [{ label: `@${name}`, detail: 'Bot', text: `${text.slice(0, text.length - mention[2].length)}${name} ` }]
      : [];
  }

  #go(id) {
    this.#shown = id;
    this.api.read(id);
    this.refresh();
  }

  #drawList() {
    const personal = this.state.conversations.filter((one) => one.kind === 'personal');
    const channels = this.state.conversations.filter((one) => one.kind === 'channel');
    const teams = [...new Set(channels.map((one) => one.team))];
    redrawOnChange(this.#list, [this.state.conversations, this.#shown], () => [
      el(
        'section',
        { 'aria-label': 'Chats' },
        el('h3', {}, 'Chats'),
        el(
          'ul',
          {},
          personal.map((one) => el('li', {}, this.#chat(one))),
        ),
      ),
      teams.map((team) =>
        el(
          'section',
          { 'aria-label': team },
          el('h3', {}, 'Teams and channels'),
          el('p', { class: 'team' }, el('span', { class: 'team-picture', 'aria-hidden': 'true' }, team[0]), team),
          el(
            'ul',
            {},
            channels.filter((one) => one.team === team).map((one) => el('li', {}, this.#channel(one))),
          ),
        ),
      ),
    ]);
  }

  #chat(one) {
    return this.#entry(
      one,
      'open-app',
      `${one.name}, chat with the app`,
      botAvatar(),
      el(
        'span',
        { class: 'entry-text' },
        el(
          'span',
          { class: 'entry-line' },
          el('span', { class: 'entry-name' }, one.name),
          one.at ? el('time', {}, clockTime(new Date(one.at))) : null,
        ),
        el('span', { class: 'preview' }, one.preview ?? ''),
      ),
    );
  }

  #channel(one) {
    return this.#entry(
      one,
      'open-conversation',
      `${one.name}, channel`,
      null,
      el('span', { class: 'entry-name' }, one.name),
    );
  }

  #entry(one, testid, label, ...content) {
    return el(
      'button',
      {
        type: 'button',
        class: `entry ${one.unread ? 'unread' : ''}`,
        'aria-current': this.#shown === one.id ? 'page' : false,
        'aria-label': `${label}${one.unread ? `, ${one.unread} new` : ''}`,
        data: { testid, key: `open ${one.id}`, conversation: one.id },
        on: { click: () => this.#go(one.id) },
      },
      content,
      one.unread ? el('span', { class: 'count' }, String(one.unread)) : null,
    );
  }

  #frame(one) {
    const channel = one.kind === 'channel';
    return [
      el(
        'header',
        { class: 'main-head' },
        channel ? el('span', { class: 'team-picture', 'aria-hidden': 'true' }, one.team[0]) : botAvatar(),
        el('h3', {}, one.name),
        channel ? el('span', { class: 'subtle' }, one.team) : el('span', { class: 'tab-mark' }, 'Chat'),
      ),
      el('div', {
        class: `log ${channel ? 'posts' : ''}`,
        role: 'log',
        'aria-live': 'off',
        'aria-label': `Messages in ${one.name}`,
        tabindex: '0',
        data: { testid: 'messages' },
      }),
      composer({
        label: channel ? `Start a post in ${one.name}` : 'Type a message',
        placeholder: channel ? 'Start a post. Mention the app with @ to reach it.' : 'Type a message',
        suggestions: (text) => this.mentions(text),
        send: (text) => this.api.say(one.id, text),
        tools: (insert) => [
          el(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': `Mention ${this.state.bot.name}`,
              title: `Mention ${this.state.bot.name}`,
              data: { testid: 'mention' },
              on: { click: () => insert(`@${this.state.bot.name} `) },
            },
            icon('at'),
          ),
        ],
      }),
    ];
  }

  #drawMessages() {
    const log = this.#main.querySelector('.log');
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const follows = atEnd || log.scrollTop === log.restedAt;
    const before = log.lastElementChild;
    const rows = this.#messages.rows(this.#conversation);
    if (rows.length) {
      redrawList(
        log,
        rows,
        (row) => row.key,
        (row) => this.#messages.draw(row),
      );
    } else {
      redraw(
        log,
        el(
          'div',
          { class: 'empty' },
          this.#conversation.kind === 'channel' ? avatar(this.#conversation.name) : botAvatar(),
          el('p', {}, 'Nothing here yet.'),
        ),
      );
    }
    if (log.shown !== this.#conversation.id || (follows && log.lastElementChild !== before)) {
      showLast(log);
    }
    log.shown = this.#conversation.id;
  }

  #tellNew(conversation) {
    const last = conversation.messages[conversation.messages.length - 1];
    if (last && this.#seen.get(conversation.id) !== last.id && last.from.id !== this.state.user) {
      this.#announce(`${this.#person.name}: new message from ${last.from.name}. ${notificationOf(last)}`, 'quiet');
    }
    this.#seen.set(conversation.id, last?.id);
  }
}

/** Scrolls to the end, but not past the beginning of what came last: a long card is read from its top. */
function showLast(log) {
  log.scrollTop = log.scrollHeight;
  const above = log.lastElementChild.getBoundingClientRect().top - log.getBoundingClientRect().top;
  log.scrollTop += Math.min(above, 0);
  log.restedAt = log.scrollTop;
}
