// The page's wiring: reads what the store is, keeps the line to the gateway, and shows what comes.
import * as floor from './floor.js';
import { age, clock, clockWithSeconds, date, useZone } from './format.js';
import * as health from './health.js';
import * as hours from './hours.js';
import { element, say } from './page.js';
import { LiveStream } from './stream.js';
import { current, fillPage, LANGUAGES, load, nameOf, remember, t, wanted } from './text.js';
import * as tiles from './tiles.js';

const HEAT_EVERY_MS = 60_000;
const AGAIN_MS = 3_000;
const PATIENCE_MS = 10_000;
const byId = id => document.getElementById(id);
const stream = new LiveStream(() => showFigures());
let store = null;
let heat = null;

async function start() {
  await load(wanted(LANGUAGES));
  tiles.build(byId('tiles'));
  health.build(byId('health'));
  await knowTheStore();
  await load(wanted(store.languages));
  useZone(store.time_zone);
  showWords();
  stream.open();
  setInterval(tick, 1_000);
  setInterval(readHeat, HEAT_EVERY_MS);
  const sizes = new ResizeObserver(() => showPictures());
  [document.body, byId('hours-chart'), byId('plan')].forEach(each => sizes.observe(each));
  await readHeat();
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

async function readHeat() {
  try {
    const answer = await fetch('/api/v1/heatmap');
    if (answer.ok) {
      heat = await answer.json();
      showPictures();
    }
  } catch {
    // The line's own state says that the gateway is away; the old heat stays.
  }
}

function showWords() {
  fillPage(document);
  document.title = store.name;
  say(byId('store'), store.name);
  const languages = byId('languages');
  languages.setAttribute('aria-label', t('language.switch'));
  const offered = store.languages.filter(code => LANGUAGES.includes(code));
  languages.replaceChildren(...(offered.length < 2 ? [] : offered.map(switchTo)));
  showFigures();
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
  });
  return button;
}

function tick() {
  stream.tick();
  showLine();
}

function showFigures() {
  showLine();
  showPictures();
}

/** All that depends on the time that goes by: the clock, ages, and whether the figures are live at all. */
function showLine() {
  const level = stream.level();
  const now = stream.now();
  const old = level === 'live' || level === 'wait' ? null : stream.age() / 1000;
  document.body.dataset.line = level;
  byId('line').dataset.level = level;
  say(byId('line').querySelector('.word'), t(level === 'still' ? 'line.lost' : `line.${level}`));
  warn(warning(level, old));
  say(byId('clock'), now === null ? '' : `${date(now)}  ${clock(now)}`);
  say(byId('opening'), stream.figures === null ? '' : opening(stream.figures.opening, now));
  tiles.show(stream.figures, old);
  health.show(byId('health'), stream.figures, now, old !== null);
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

function showPictures() {
  if (store === null) {
    return;
  }
  const figures = stream.figures;
  if (figures !== null && isNew('hours', [figures.hours, figures.yesterday_hours, figures.opening, runningHour(figures)])) {
    hours.showLegend(byId('hours-legend'), figures);
    hours.show(byId('hours-chart'), figures, stream.now());
  }
  if (isNew('floor', [figures?.zones, heat])) {
    floor.showLegend(byId('floor-legend'), heat);
    floor.show(byId('plan'), byId('zone-list'), byId('floor-body'), store, figures, heat);
  }
}

function runningHour(figures) {
  return figures.hours.findIndex(row => stream.now() < Date.parse(row.end));
}

const drawn = new Map();

/** Pictures are drawn again only if what they show, their size or the language is another: most events change a number. */
function isNew(picture, shown) {
  const rect = byId(picture).getBoundingClientRect();
  const key = JSON.stringify([shown, current(), innerWidth, rect.width, rect.height]);
  const other = drawn.get(picture) !== key;
  drawn.set(picture, key);
  return other;
}

start();
