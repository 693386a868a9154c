import { avatar, botAvatar } from '../avatar.js';
import { composer } from '../composer.js';
import { el } from '../dom.js';
import { Filled } from '../form.js';
import { icon } from '../icons.js';
import { clockTime, day } from '../time.js';
import { drawBlocks } from './blocks.js';
import { mrkdwn } from './mrkdwn.js';
import { surface } from './surface.js';

// The messages of one conversation, grouped by day and author, replies under their root.

const SAME_BREATH_SECONDS = 300;

export class Messages {
  #client;
  #filled = new Map();
  #replying = null;

  constructor(client) {
    this.#client = client;
  }

  /** What to draw, in order: day dividers and messages, each with all that its drawing depends on. */
  rows(conversation) {
    const roots = conversation.messages.filter((message) => !message.thread_ts || message.thread_ts === message.ts);
    const rows = [];
    let today = null;
    let last = null;
    for (const message of roots) {
      if (day(dateOf(message)) !== today) {
        today = day(dateOf(message));
        last = null;
        rows.push({ key: `day ${message.ts}`, day: today });
      }
      const replies = conversation.messages.filter(
        (reply) => reply.thread_ts === message.ts && reply.ts !== message.ts,
      );
      const follows = last !== null && sameBreath(last, message);
      rows.push({
        key: message.ts,
        conversation: conversation.id,
        message,
        replies,
        follows,
        replying: this.#replying === message.ts,
      });
      last = replies.length ? null : message;
    }
    return rows;
  }

  draw(row) {
    return row.day
      ? el('div', { class: 'day' }, el('span', {}, row.day))
      : el('div', { class: 'thread' }, this.#message(row, row.message, row.follows), this.#thread(row));
  }

  #message(row, message, follows) {
    const author = this.#author(message);
    const when = dateOf(message);
    return el(
      'article',
      {
        class: `message ${follows ? 'follows' : ''} ${message.is_ephemeral ? 'ephemeral' : ''}`,
        'aria-label': `${author.name}, ${clockTime(when)}`,
        data: { testid: 'message', message: message.ts, author: author.name },
      },
      el(
        'div',
        { class: 'gutter' },
        follows ? el('time', { datetime: when.toISOString() }, clockTime(when)) : author.picture,
      ),
      el(
        'div',
        { class: 'message-body' },
        message.is_ephemeral ? el('p', { class: 'note' }, icon('eye'), 'Only visible to you') : null,
        follows
          ? null
          : el(
              'p',
              { class: 'byline' },
              el('strong', {}, author.name),
              author.app ? el('span', { class: 'badge' }, 'APP') : null,
              el('time', { datetime: when.toISOString() }, clockTime(when)),
            ),
        this.#content(row, message),
        message.edited ? el('span', { class: 'edited' }, '(edited)') : null,
      ),
      message.thread_ts && message.thread_ts !== message.ts ? null : this.#tools(row, message),
    );
  }

  #content(row, message) {
    const people = message.client_msg_id || !message.blocks?.length;
    if (people) {
      return mrkdwn(message.text, this.#client.names);
    }
    const place = { conversation: row.conversation, ts: message.ts };
    const filled = this.#filled.get(message.ts) ?? new Filled();
    this.#filled.set(message.ts, filled);
    return el('div', { class: 'blocks' }, drawBlocks(message.blocks, surface(this.#client, place, filled)));
  }

  #tools(row, message) {
    if (message.is_ephemeral) {
      return null;
    }
    return el(
      'div',
      { class: 'message-tools' },
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Reply in thread',
          title: 'Reply in thread',
          data: { testid: 'reply', key: `reply ${message.ts}` },
          on: { click: () => this.#replyTo(row.replying ? null : message.ts) },
        },
        icon('reply'),
      ),
    );
  }

  #thread(row) {
    if (!row.replies.length && !row.replying) {
      return null;
    }
    const count = row.replies.length;
    return el(
      'div',
      { class: 'replies', role: 'group', 'aria-label': `${count} ${count === 1 ? 'reply' : 'replies'}` },
      row.replies.map((reply) => this.#message(row, reply, false)),
      row.replying
        ? composer({
            label: 'Reply in thread',
            placeholder: 'Reply…',
            testid: 'reply-composer',
            send: (text) => {
              this.#replying = null;
              this.#client.api.say(row.conversation, text, row.message.ts);
            },
          })
        : el(
            'button',
            {
              type: 'button',
              class: 'text-button',
              data: { key: `reply ${row.key}` },
              on: { click: () => this.#replyTo(row.message.ts) },
            },
            'Reply…',
          ),
    );
  }

  #replyTo(ts) {
    this.#replying = ts;
    this.#client.drawMain();
    this.#client.stage.querySelector('[data-testid="reply-composer"]')?.focus();
  }

  #author(message) {
    if (message.user === this.#client.state.app.user) {
      return { name: this.#client.state.app.name, app: true, picture: botAvatar() };
    }
    const name = message.user === 'USLACKBOT' ? 'Slackbot' : (this.#client.names.users[message.user] ?? message.user);
    return { name, app: false, picture: avatar(name) };
  }
}

/** What a notification would say. */
export function notificationOf(message) {
  return message.text || 'New message';
}

function dateOf(message) {
  return new Date(Number(message.ts) * 1000);
}

function sameBreath(one, next) {
  const close = Number(next.ts) - Number(one.ts) < SAME_BREATH_SECONDS;
  return close && one.user === next.user && Boolean(one.is_ephemeral) === Boolean(next.is_ephemeral);
}
