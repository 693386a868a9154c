import { avatar, botAvatar } from '../avatar.js';
import { el, redrawOnChange } from '../dom.js';
import { icon } from '../icons.js';

// The sidebar of a workspace: channels, direct messages and the app.

export function appChat(state) {
  return state.conversations.find((one) => one.kind === 'app_chat');
}

/** @param go called with the place to show: { id } of a conversation, or { app: true, tab } */
export function drawSidebar(sidebar, state, place, go) {
  const { conversations, workspace, app } = state;
  const chat = appChat(state);
  const of = (...kinds) => conversations.filter((one) => kinds.includes(one.kind));
  const item = (one, picture, kind) =>
    entry({
      name: one.name,
      kind,
      picture,
      unread: one.unread,
      current: place.id === one.id,
      testid: 'open-conversation',
      id: one.id,
      open: () => go({ id: one.id }),
    });
  redrawOnChange(sidebar, [conversations, workspace, place], () => [
    el('h2', { class: 'workspace' }, workspace.name),
    section('Channels', [
      ...of('public_channel').map((one) => item(one, icon('hash'), 'channel')),
      ...of('private_channel').map((one) => item(one, icon('lock'), 'private channel')),
    ]),
    section(
      'Direct messages',
      of('direct').map((one) => item(one, avatar(one.name), 'direct message')),
    ),
    section('Apps', [
      entry({
        name: app.name,
        kind: 'app',
        picture: botAvatar(),
        unread: chat.unread,
        current: Boolean(place.app),
        testid: 'open-app',
        open: () => go({ app: true, tab: chat.unread ? 'messages' : 'home' }),
      }),
    ]),
  ]);
}

function section(name, entries) {
  return el(
    'section',
    { 'aria-label': name },
    el('h3', {}, name),
    el(
      'ul',
      {},
      entries.map((one) => el('li', {}, one)),
    ),
  );
}

function entry({ name, kind, picture, unread, current, testid, id, open }) {
  return el(
    'button',
    {
      type: 'button',
      class: `entry ${unread ? 'unread' : ''}`,
      'aria-current': current ? 'page' : false,
      'aria-label': `${name}, ${kind}${unread ? `, ${unread} new` : ''}`,
      data: { testid, key: `${testid} ${id ?? ''}`, conversation: id ?? '' },
      on: { click: open },
    },
    picture,
    el('span', { class: 'entry-name' }, name),
    unread ? el('span', { class: 'count' }, String(unread)) : null,
  );
}
