import { avatar, botAvatar } from '../avatar.js';
import { composer } from '../composer.js';
import { cannotDraw, el } from '../dom.js';
import { Filled, showFaults } from '../form.js';
import { clockTime, day } from '../time.js';
import { drawCard } from './card.js';
import { markdown } from './markdown.js';

// Messages: bubbles in the personal chat, posts with replies in a channel.

const CARD = 'application/vnd.microsoft.card.adaptive';
const SAME_BREATH_MILLIS = 300_000;

export class Messages {
  #client;
  #filled = new Map();
  #replying = null;

  constructor(client) {
    this.#client = client;
  }

  rows(conversation) {
    return conversation.kind === 'channel' ? this.#posts(conversation) : bubbles(conversation);
  }

  draw(row) {
    if (row.day) {
      return el('div', { class: 'day' }, el('span', {}, row.day));
    }
    return row.post ? this.#post(row) : this.#bubble(row);
  }

  #posts(conversation) {
    const roots = conversation.messages.filter((message) => !message.root);
    return roots.map((post) => ({
      key: post.id,
      conversation: conversation.id,
      post,
      replies: conversation.messages.filter((message) => message.root === post.id),
      replying: this.#replying === post.id,
    }));
  }

  #bubble(row) {
    const { message } = row;
    const mine = message.from.id === this.#client.state.user;
    const cards = message.attachments?.length > 0;
    return el(
      'article',
      {
        class: `bubble-row ${mine ? 'mine' : ''} ${row.follows ? 'follows' : ''}`,
        ...this.#hooks(message),
      },
      mine ? null : el('div', { class: 'gutter' }, row.follows ? null : this.#picture(message)),
      el(
        'div',
        { class: 'bubble-body' },
        row.follows ? null : byline(message, mine),
        el('div', { class: `bubble ${cards ? 'with-card' : ''}` }, this.#content(row.conversation, message)),
      ),
    );
  }

  #post(row) {
    return el(
      'div',
      { class: 'post' },
      this.#message(row.conversation, row.post),
      el(
        'div',
        { class: 'replies' },
        row.replies.map((reply) => this.#message(row.conversation, reply)),
        row.replying
          ? composer({
              label: 'Reply',
              placeholder: 'Reply',
              testid: 'reply-composer',
              suggestions: (text) => this.#client.mentions(text),
              send: (text) => {
                this.#replying = null;
                this.#client.api.say(row.conversation, text, row.post.id);
              },
            })
          : el(
              'button',
              {
                type: 'button',
                class: 'text-button',
                data: { testid: 'reply', key: `reply ${row.key}` },
                on: { click: () => this.#replyTo(row.post.id) },
              },
              'Reply',
            ),
      ),
    );
  }

  #message(conversation, message) {
    return el(
      'article',
      { class: 'message', ...this.#hooks(message) },
      el('div', { class: 'gutter' }, this.#picture(message)),
      el('div', { class: 'message-body' }, byline(message, false), this.#content(conversation, message)),
    );
  }

  #hooks(message) {
    return {
      'aria-label': `${message.from.name}, ${clockTime(new Date(message.timestamp))}`,
      data: { testid: 'message', message: message.id, author: message.from.name },
    };
  }

  #content(conversation, message) {
    return [
      message.text ? this.#text(message) : null,
      ...(message.attachments ?? []).map((attachment, i) =>
        attachment.contentType === CARD
          ? this.#card(conversation, message, attachment.content, i)
          : cannotDraw(`the attachment “${attachment.contentType}”`, attachment),
      ),
    ];
  }

  #text(message) {
    const isBot = message.from.id === this.#client.state.bot.id;
    if (isBot && message.textFormat !== 'plain') {
      return el('div', { class: 'text' }, withMentions(message));
    }
    const name = `@${this.#client.state.bot.name}`;
    const parts = message.text.split(name);
    return el(
      'div',
      { class: 'text pre' },
      parts.flatMap((part, i) => (i === 0 ? [part] : [el('span', { class: 'mention' }, name), part])),
    );
  }

  #card(conversation, message, card, i) {
    const key = `${message.id} ${i} ${JSON.stringify(card)}`;
    const filled = this.#filled.get(key) ?? new Filled();
    this.#filled.set(key, filled);
    const node = el('div', { class: 'card-frame' });
    node.append(
      drawCard(card, {
        filled,
        press: async (pointer) => {
          const element = `/attachments/${i}/content${pointer}`;
          const outcome = await this.#client.api.press(conversation, message.id, element, filled);
          showFaults(node, outcome.errors ?? {});
          this.#client.report(outcome);
        },
      }),
    );
    return node;
  }

  #picture(message) {
    return message.from.id === this.#client.state.bot.id ? botAvatar() : avatar(message.from.name);
  }

  #replyTo(id) {
    this.#replying = id;
    this.#client.drawMain();
    this.#client.stage.querySelector('[data-testid="reply-composer"]')?.focus();
  }
}

/** Each mention is drawn where its text stands; without its entity it is text like any other. */
function withMentions(message) {
  const mentions = (message.entities ?? []).filter((entity) => entity.type === 'mention' && entity.text);
  return mentions.reduce(
    (parts, mention) =>
      parts.flatMap((part) => (typeof part === 'string' ? around(part, mention.text, mention.mentioned.name) : [part])),
    [message.text],
  ).flatMap((part) => (typeof part === 'string' ? markdown(part) : [part]));
}

function around(text, marked, name) {
  return text.split(marked).flatMap((part, i) => (i === 0 ? [part] : [el('span', { class: 'mention' }, name), part]));
}

export function notificationOf(message) {
  return message.summary || message.text || 'Sent a card';
}

function bubbles(conversation) {
  const rows = [];
  let last = null;
  for (const message of conversation.messages) {
    const today = day(new Date(message.timestamp));
    if (!last || day(new Date(last.timestamp)) !== today) {
      rows.push({ key: `day ${message.id}`, day: today });
      last = null;
    }
    const close = last && Number(message.id) - Number(last.id) < SAME_BREATH_MILLIS;
    rows.push({
      key: message.id,
      conversation: conversation.id,
      message,
      follows: Boolean(close && last.from.id === message.from.id),
    });
    last = message;
  }
  return rows;
}

function byline(message, mine) {
  const when = new Date(message.timestamp);
  return el(
    'p',
    { class: 'byline' },
    mine ? null : el('strong', {}, message.from.name),
    el('time', { datetime: when.toISOString() }, clockTime(when)),
  );
}
