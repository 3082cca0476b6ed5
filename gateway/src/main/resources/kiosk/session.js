// Who is logged in, and writing on their behalf. When a session has ended, the log-in dialog comes up over what was typed, and
// the request is sent again afterwards.
import { age } from './format.js';
import { element, say } from './page.js';
import { t } from './text.js';

const ADDRESS = '/api/v1/session';
const EVERY_MS = 60_000;
/** Says that a page of the gateway itself sends it; pages of other sites cannot. */
const OWN = { 'X-Footfall-Request': 'kiosk' };
const ROLES = ['viewer', 'technician', 'manager'];
const REMEMBERED = 'footfall-name';

let visitor = { role: 'viewer', name: null };
const listeners = new Set();
let asking = null;

/** True if whoever is logged in may do what the role may. */
export function may(role) {
  return ROLES.indexOf(visitor.role) >= ROLES.indexOf(role);
}

/** The name of whoever is logged in; empty for nobody, and for whoever holds a token. */
export function name() {
  return visitor.name === null || visitor.name === visitor.role ? '' : visitor.name;
}

/** Calls back when somebody logs in or out; the returned function ends that. */
export function onVisitor(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next) {
  const changed = next.role !== visitor.role || next.name !== visitor.name;
  visitor = next;
  if (changed) {
    listeners.forEach(listener => listener());
  }
}

/** Asks the gateway who is logged in, now and from time to time. */
export async function watchSession() {
  await refresh();
  setInterval(refresh, EVERY_MS);
}

async function refresh() {
  try {
    const answer = await fetch(ADDRESS);
    if (answer.ok) {
      become(await answer.json());
    }
  } catch {
    // The line's own state says that the gateway is away.
  }
}

/**
 * Sends something that changes something. Asks to log in where that is needed, and sends it again; the answer is null if
 * whoever was asked did not want to; `body` goes as JSON, the file `raw` as it is. Fails as fetch does if the gateway is away.
 */
export async function send(address, { method = 'POST', body, raw, headers = {} } = {}) {
  for (;;) {
    const answer = await fetch(address, {
      method,
      headers: { ...OWN, ...typeOf(body, raw), ...headers },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const kind = answer.status === 401 || answer.status === 403 ? (await answer.clone().json()).type : '';
    if (!/:(session-ended|token-required|role-required)$/.test(kind)) {
      return answer;
    }
    const why = kind.endsWith('session-ended') ? 'login.ended' : kind.endsWith('role-required') ? 'login.role' : 'login.needed';
    if (!await logIn(t(why))) {
      return null;
    }
  }
}

function typeOf(body, raw) {
  if (raw !== undefined) {
    return { 'Content-Type': raw.type.startsWith('image/') ? raw.type : 'application/octet-stream' };
  }
  return body === undefined ? {} : { 'Content-Type': 'application/json' };
}

export async function logOut() {
  await fetch(ADDRESS, { method: 'DELETE', headers: OWN });
  become({ role: 'viewer', name: null });
}

/** Opens the dialog; true once somebody has logged in. Asked for again while it is open, it stays the same one. */
export function logIn(why = '') {
  asking ??= ask(why).finally(() => {
    asking = null;
  });
  return asking;
}

function ask(why) {
  const told = element('p', { class: 'form-told', role: 'alert' });
  const form = element('form', { class: 'login-form', method: 'dialog' },
    field('name', { type: 'text', autocomplete: 'username', maxlength: 64, value: remembered() }),
    field('pin', { type: 'password', autocomplete: 'current-password', inputmode: 'numeric', maxlength: 72 }),
    element('details', {}, element('summary', {}, t('login.token.instead')), field('token', { type: 'password', autocomplete: 'off' })),
    told,
    element('div', { class: 'buttons' },
      element('button', { type: 'submit', class: 'primary' }, t('login.do')),
      element('button', { type: 'button', name: 'cancel' }, t('login.cancel'))));
  const dialog = element('dialog', { class: 'login', 'aria-labelledby': 'login-title' },
    element('h2', { id: 'login-title' }, t('login.title')), why === '' ? null : element('p', { class: 'why' }, why), form);
  document.body.append(dialog);
  return new Promise(resolve => {
    let done = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const words = await attempt(form.elements);
      say(told, words ?? '');
      done = words === null;
      if (done) {
        dialog.close();
      } else {
        form.elements.pin.value = '';
        form.elements.pin.focus();
      }
    });
    form.elements.cancel.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(done);
    });
    dialog.showModal();
    (form.elements.name.value === '' ? form.elements.name : form.elements.pin).focus();
  });
}

function field(key, attributes) {
  return element('label', {}, element('span', {}, t(`login.${key}`)), element('input', { name: key, id: `login-${key}`, ...attributes }));
}

/** Null if it went well, else what to say. */
async function attempt({ name, pin, token }) {
  const given = token.value.trim() === '' ? { name: name.value.trim(), pin: pin.value } : { token: token.value.trim() };
  try {
    const answer = await fetch(ADDRESS, { method: 'POST', headers: { ...OWN, 'Content-Type': 'application/json' }, body: JSON.stringify(given) });
    if (answer.ok) {
      keep(given.name ?? '');
      become(await answer.json());
      return null;
    }
    if (answer.status === 429) {
      return t('login.locked', { age: age(Number(answer.headers.get('Retry-After'))) });
    }
    return t(answer.status === 401 ? 'login.refused' : 'login.failed');
  } catch {
    return t('login.failed');
  }
}

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) ?? '';
  } catch {
    return '';
  }
}

function keep(given) {
  try {
    localStorage.setItem(REMEMBERED, given);
  } catch {
    // Private windows may refuse; it is typed again then.
  }
}
