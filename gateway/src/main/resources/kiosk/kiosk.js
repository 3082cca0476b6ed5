// The page's wiring: reads what the store is, keeps the line to the gateway, and shows the chosen screen.
import { age, clock, clockWithSeconds, date, useCurrency, useZone } from './format.js';
import * as health from './health.js';
import { element, say } from './page.js';
import * as now from './screens/now.js';
import { logIn, logOut, may, name as visitorName, onVisitor, watchSession } from './session.js';
import { LiveStream } from './stream.js';
import { current, fillPage, LANGUAGES, load, nameOf, remember, t, wanted } from './text.js';

const AGAIN_MS = 3_000;
const PATIENCE_MS = 10_000;
const FRESH_MS = 1_500;
/** What is looked at first is loaded at once, the rest when it is asked for. */
const SCREENS = {
  now: async () => now,
  floor: () => import('./screens/floor-screen.js'),
  day: () => import('./screens/day.js'),
  exceptions: () => import('./screens/exceptions.js'),
  sensors: () => import('./screens/sensors.js'),
  setup: () => import('./screens/setup.js'),
};
const byId = id => document.getElementById(id);
const stream = new LiveStream(() => showFigures());
let store = null;
let screen = null;
let choosing = 0;
let configuration = null;

async function start() {
  await load(wanted(LANGUAGES));
  health.build(byId('health'));
  await knowTheStore();
  await load(wanted(store.languages));
  useZone(store.time_zone);
  useCurrency(store.currency);
  showWords();
  onVisitor(showVisitor);
  await choose();
  stream.open();
  watchSession();
  setInterval(tick, 1_000);
  addEventListener('hashchange', choose);
  new ResizeObserver(() => screen?.resized()).observe(document.body);
}

/** Asks until the gateway answers: a kiosk is switched on before anything else in the morning. */
async function knowTheStore() {
  while (store === null) {
    try {
      const answer = await fetch('/api/v1/store');
      if (answer.ok) {
        store = await answer.json();
        warn(null);
        return;
      }
      warn(t(answer.status === 401 ? 'line.token' : 'line.never'));
    } catch {
      warn(t('line.never'));
    }
    await new Promise(resolve => setTimeout(resolve, AGAIN_MS));
  }
}

function wantedScreen() {
  const name = location.hash.replace(/^#\/?/, '').split('?')[0];
  return name in SCREENS ? name : 'now';
}

/** Opens the screen that the address names. */
async function choose() {
  const name = wantedScreen();
  const mine = ++choosing;
  let module;
  try {
    module = await SCREENS[name]();
  } catch {
    warn(t('line.never'));
    return;
  }
  if (mine !== choosing) {
    return;
  }
  const moved = screen !== null;
  screen?.close();
  const root = byId('screen');
  root.replaceChildren();
  root.dataset.screen = name;
  document.body.dataset.screen = name;
  screen = module.open(root, { store, stream });
  showTabs(name);
  fillPage(document);
  document.title = `${t(`screen.${name}`)} · ${store.name}`;
  showFigures();
  if (moved) {
    root.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

function showTabs(chosen) {
  const tabs = byId('screens');
  tabs.setAttribute('aria-label', t('screen.choose'));
  tabs.replaceChildren(...Object.keys(SCREENS).map(name => element('a',
    { href: `#/${name}`, 'data-name': name, 'aria-current': name === chosen ? 'page' : null }, t(`screen.${name}`),
    element('span', { class: 'badge', hidden: true }))));
  tabs.append(element('a', { href: `/privacy?lang=${current()}`, class: 'aside' }, t('screen.privacy')));
  tabs.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function showWords() {
  fillPage(document);
  say(byId('store'), store.name);
  const languages = byId('languages');
  languages.setAttribute('aria-label', t('language.switch'));
  showVisitor();
  const offered = store.languages.filter(code => LANGUAGES.includes(code));
  languages.replaceChildren(...(offered.length < 2 ? [] : offered.map(switchTo)));
}

/** Who is logged in, and the way in or out. */
function showVisitor() {
  const known = may('technician');
  const button = element('button', { type: 'button', 'data-do': known ? 'log-out' : 'log-in' }, t(known ? 'login.out' : 'login.do'));
  button.addEventListener('click', () => (known ? logOut() : logIn()));
  const who = visitorName() === '' && known ? t(`role.${may('manager') ? 'manager' : 'technician'}`) : visitorName();
  byId('visitor').replaceChildren(element('span', {}, who), button);
}

function switchTo(code) {
  const button = element('button', { type: 'button', lang: code, 'aria-pressed': String(code === current()) }, nameOf(code));
  button.addEventListener('click', async () => {
    remember(code);
    const address = new URL(location.href);
    address.searchParams.set('lang', code);
    history.replaceState(null, '', address);
    await load(code);
    showWords();
    await choose();
  });
  return button;
}

/** What new figures have just drawn needs no drawing again: half as many pictures, half the work of an old tablet. */
function tick() {
  stream.tick();
  if (stream.age() === null || stream.age() > FRESH_MS) {
    showLine();
  }
}

/** Another configuration is in force: names, zones and hours are read again. Whoever sets it up keeps what they draw. */
async function followConfiguration() {
  const now = stream.figures?.configuration ?? null;
  if (now === null || now === configuration) {
    return;
  }
  const first = configuration === null;
  configuration = now;
  if (first) {
    return;
  }
  try {
    const answer = await fetch('/api/v1/store');
    if (answer.ok) {
      Object.assign(store, await answer.json());
      showWords();
      await (wantedScreen() === 'setup' ? null : choose());
    }
  } catch {
    configuration = '';
  }
}

function showFigures() {
  followConfiguration();
  showLine();
  screen?.figures();
}

/** All that depends on the time that goes by: the clock, ages, and whether the figures are live at all. */
function showLine() {
  const level = stream.level();
  const now = stream.now();
  const old = stream.stale();
  document.body.dataset.line = level;
  byId('line').dataset.level = level;
  say(byId('line').querySelector('.word'), t(level === 'still' ? 'line.lost' : `line.${level}`));
  warn(warning(level, old));
  say(byId('clock'), now === null ? '' : `${date(now)}  ${clock(now)}`);
  say(byId('opening'), stream.figures === null ? '' : opening(stream.figures.opening, now));
  health.show(byId('health'), stream.figures, now, old !== null);
  showBadge();
  screen?.tick();
}

function showBadge() {
  const badge = byId('screens').querySelector('[data-name=exceptions] .badge');
  const open = (stream.figures?.alerts ?? []).length;
  if (badge !== null) {
    badge.hidden = open === 0;
    say(badge, open === 0 ? '' : String(open));
  }
}

function warning(level, old) {
  if (level === 'wait' && stream.waited() > PATIENCE_MS) {
    return t('line.never');
  }
  if (level === 'lost') {
    return t('line.lost.detail', { age: age(old), time: clockWithSeconds(Date.parse(stream.figures.at)) });
  }
  return level === 'still' ? t('line.still.detail', { age: age(old) }) : null;
}

function warn(words) {
  byId('notice').hidden = words === null;
  say(byId('notice'), words ?? '');
}

function opening({ open_now: isOpen, spans }, now) {
  if (isOpen) {
    const span = spans.find(each => Date.parse(each.start) <= now && Date.parse(each.end) > now) ?? spans[0];
    const [from, until] = [clock(Date.parse(span.start)), clock(Date.parse(span.end))];
    return from === until ? t('opening.always') : t('opening.open.until', { time: until });
  }
  const next = spans.find(each => Date.parse(each.start) > now);
  return next === undefined ? t('opening.closed') : t('opening.closed.until', { time: clock(Date.parse(next.start)) });
}

start();
