// The HTTP interface behind the page.

async function call(method, path, body) {
  const response = await fetch(`/page/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  if (!response.ok) {
    throw new Error(answer.error ?? `The playground answered ${response.status}`);
  }
  return answer;
}

const get = (path) => call('GET', path);
const post = (path, body = {}) => call('POST', path, body);
const part = encodeURIComponent;

export const partnerships = () => get('partnerships');
export const people = () => get('people');
export const clock = () => get('clock');
export const moveClock = (to) => post('clock', { to });

/** Calls back when a client has something new, when time was moved, and when the connection is made anew. */
export function listen({ person, clock: clockMoved, connected }) {
  const changes = new EventSource('/page/changes');
  changes.addEventListener('person', (event) => person(JSON.parse(event.data).person));
  changes.addEventListener('clock', clockMoved);
  changes.addEventListener('hello', connected);
}

export function slackOf(person) {
  const base = `slack/${part(person)}`;
  const conversation = (id) => `${base}/conversations/${part(id)}`;
  return {
    client: () => get(base),
    conversation: (id) => get(conversation(id)),
    read: (id) => post(`${conversation(id)}/read`),
    say: (id, text, thread) => post(`${conversation(id)}/messages`, { text, thread }),
    command: (id, text) => post(`${conversation(id)}/commands`, { text }),
    shortcut: (id) => post(`${base}/shortcuts/${part(id)}`),
    openAppHome: (tab) => post(`${base}/app-home`, { tab }),
    press: (place, element, values) => post(`${base}/actions`, { place, element, values }),
    options: (place, element, text) => post(`${base}/options`, { place, element, text }),
    submit: (view, values) => post(`${base}/views/${part(view)}/submission`, { values }),
    close: (view, whole) => post(`${base}/views/${part(view)}/closing`, { whole }),
  };
}

export function teamsOf(person) {
  const base = `teams/${part(person)}`;
  const conversation = (id) => `${base}/conversations/${part(id)}`;
  return {
    client: () => get(base),
    conversation: (id) => get(conversation(id)),
    read: (id) => post(`${conversation(id)}/read`),
    say: (id, text, thread) => post(`${conversation(id)}/messages`, { text, thread }),
    press: (id, message, element, inputs) =>
      post(`${conversation(id)}/messages/${part(message)}/actions`, { element, inputs }),
    pressInDialog: (element, inputs) => post(`${base}/dialog/actions`, { element, inputs }),
    closeDialog: () => call('DELETE', `${base}/dialog`),
  };
}
