// The display at the door: may one more come in, and how many. Nothing else, and nothing that is not sure.
import { count } from './format.js';
import { element, say } from './page.js';
import { LiveStream } from './stream.js';
import { LANGUAGES, load, t, wanted } from './text.js';

const NEAR = 0.85;
const AGAIN_MS = 3_000;
const SHAPES = { go: '●', near: '▲', wait: '■', ask: '?' };
/** Whoever reads the sign is not whose screen it is: it speaks the store's first language. */
const NOBODYS_LANGUAGES = [];
const root = document.getElementById('door');
const part = {
  shape: element('p', { class: 'shape', 'aria-hidden': 'true' }),
  word: element('h1'),
  left: element('p', { class: 'left' }),
};
const stream = new LiveStream(show);
/** Only whoever hangs the display up may see this: it needs its access link once. */
let locked = false;

async function start() {
  root.append(element('div', { role: 'status', class: 'sign' }, part.shape, part.word, part.left));
  await load(wanted(LANGUAGES, NOBODYS_LANGUAGES));
  show();
  await load(wanted(await languages(), NOBODYS_LANGUAGES));
  document.title = t('door.title');
  stream.open();
  setInterval(() => {
    stream.tick();
    show();
  }, 1_000);
}

/** Asks until the gateway answers: the sign is switched on before anything else in the morning. */
async function languages() {
  for (;;) {
    try {
      const answer = await fetch('/api/v1/store');
      locked = answer.status === 401;
      if (answer.ok) {
        return (await answer.json()).languages;
      }
      show();
    } catch {
      // The sign says all the while that it does not know.
    }
    await new Promise(resolve => setTimeout(resolve, AGAIN_MS));
  }
}

function show() {
  const { level, left } = judge();
  root.dataset.level = level;
  say(part.shape, SHAPES[level]);
  say(part.word, t(`door.${level}`));
  say(part.left, locked ? t('line.token') : left === null ? '' : t(left === 1 ? 'door.left.one' : 'door.left', { n: count(left) }));
}

/** A figure that is old, missing or half seen lets nobody in and keeps nobody out: people are asked to ask. */
function judge() {
  const figure = stream.figures?.occupancy;
  const trusted = stream.level() === 'live' && figure.value !== null && ['valid', 'estimated', 'degraded'].includes(figure.state);
  if (!trusted || figure.capacity === null) {
    return { level: 'ask', left: null };
  }
  const left = Math.max(0, figure.capacity - Math.round(figure.value));
  return { level: left === 0 ? 'wait' : figure.value >= NEAR * figure.capacity ? 'near' : 'go', left };
}

start();
