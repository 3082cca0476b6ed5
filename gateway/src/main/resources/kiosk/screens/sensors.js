// What the figures rest on: each sensor, how it does, and what of it was refused.
import { age, clockWithSeconds, count, decimalOf, UNKNOWN } from '../format.js';
import { element } from '../page.js';
import { reason } from '../reason.js';
import { current, has, t } from '../text.js';
import * as audits from './audits.js';

const EVERY_MS = 5_000;
/** A device clock this far off spoils the hour its counts fall in. */
const SKEW_S = 30;

export function open(root, { store, stream }) {
  const opened = new Set();
  let sensors = null;
  let timed = false;
  const body = element('section', { class: 'panel wide', 'aria-labelledby': 'sensors-title' },
    element('div', { class: 'panel-head' },
      element('h2', { id: 'sensors-title', 'data-text': 'sensors.title' }), element('p', { class: 'hint', 'data-text': 'sensors.hint' })));
  const list = element('div', { class: 'sensor-list', 'aria-live': 'off' }, element('p', { class: 'empty' }, t('screen.reading')));
  body.append(list);
  const counted = audits.open({ store, stream });
  root.append(body, counted.panel);

  async function read() {
    try {
      const answer = await fetch('/api/v1/sensors');
      if (answer.ok) {
        sensors = (await answer.json()).sensors;
        show();
      }
    } catch {
      // The line's own state says that the gateway is away.
    }
  }

  function show() {
    if (sensors === null) {
      return;
    }
    const held = list.querySelector(':focus')?.closest('[data-sensor]')?.dataset.sensor;
    list.replaceChildren(sensors.length === 0
      ? element('p', { class: 'empty' }, t('sensors.none'))
      : element('ul', { class: 'cards' }, ...[...sensors].sort(worstFirst).map(sensor => card(sensor, stream, opened))));
    if (held !== undefined) {
      list.querySelector(`[data-sensor="${CSS.escape(held)}"] summary`)?.focus({ preventScroll: true });
    }
  }

  read();
  const timer = setInterval(read, EVERY_MS);
  function figures() {
    if (!timed && stream.now() !== null) {
      timed = true;
      show();
    }
  }

  return { figures, resized() {}, tick() {}, close: () => clearInterval(timer) };
}

const ORDER = ['never', 'offline', 'silent', 'ok'];

function worstFirst(a, b) {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.id.localeCompare(b.id);
}

function card(sensor, stream, opened) {
  const now = stream.now();
  const rate = sensor.messages_per_min;
  const skew = sensor.clock_skew_s;
  const remarks = sensor.remarks ?? [];
  const facts = element('dl', { class: 'facts' },
    fact('sensors.last', lastOf(sensor.last_message, now)),
    fact('sensors.rate', rate === null ? t('sensors.counting') : t('sensors.rate.value', { n: decimalOf(rate) })),
    fact('sensors.clock', clockOf(skew), skew !== null && Math.abs(skew) >= SKEW_S),
    fact('sensors.messages', count(sensor.messages)),
    fact('sensors.duplicates', count(sensor.duplicates)),
    fact('sensors.rejected', count(sensor.rejected), sensor.rejected > 0),
    fact('sensors.quarantined', count(sensor.quarantined), sensor.quarantined > 0));
  return element('li', { class: 'card sensor', 'data-sensor': sensor.id, 'data-status': sensor.status },
    element('div', { class: 'card-head' },
      element('h3', {}, sensor.id), element('span', { class: 'status' }, t(`sensors.status.${sensor.status}`))),
    element('p', { class: 'driver' }, t('sensors.driver', { driver: sensor.driver === '' ? UNKNOWN : sensor.driver }),
      sensor.configured ? null : element('strong', {}, ` · ${t('sensors.unconfigured')}`)),
    facts,
    remarks.length === 0 ? null : element('ul', { class: 'remarks' }, ...remarks.map(remark => element('li', {}, remarkOf(remark)))),
    sensor.refused.length === 0 ? null : refusedOf(sensor, opened));
}

function fact(key, words, attention = false) {
  return element('div', { 'data-attention': attention ? 'yes' : null }, element('dt', {}, t(key)), element('dd', {}, words));
}

/** Before the gateway has told its time, how long ago that was is not known; that is not never. */
function lastOf(message, now) {
  if (message === null) {
    return t('sensors.never');
  }
  return now === null ? UNKNOWN : t('health.event.value', { age: age((now - Date.parse(message)) / 1000) });
}

function clockOf(skew) {
  if (skew === null) {
    return UNKNOWN;
  }
  if (Math.abs(skew) < 2) {
    return t('sensors.clock.right');
  }
  return t(skew > 0 ? 'sensors.clock.ahead' : 'sensors.clock.behind', { age: age(Math.abs(skew)) });
}

/** A sentence of its own. */
function remarkOf(remark) {
  const said = reason(remark);
  return said.charAt(0).toUpperCase() + said.slice(1) + t('reason.stop');
}

/** What the driver says is English, for a technician: beside the words for it, or behind them in another language. */
function verbatim(english) {
  const said = element('span', { lang: 'en' }, ` ${english}`);
  return current() === 'en' ? said : element('details', { class: 'verbatim' }, element('summary', {}, t('sensors.verbatim')), said);
}

function refusedOf(sensor, opened) {
  const details = element('details', { open: opened.has(sensor.id) },
    element('summary', {}, t('sensors.refused', { n: count(sensor.refused.length) })),
    element('ol', {}, ...sensor.refused.map(each => element('li', {},
      element('strong', {}, has(`refused.${each.code}`) ? t(`refused.${each.code}`) : each.reason),
      has(`refused.${each.code}`) ? verbatim(each.reason) : null,
      element('span', { class: 'quiet' }, ` ${clockWithSeconds(Date.parse(each.at))} · ${each.address}`),
      element('code', {}, each.payload)))));
  details.addEventListener('toggle', () => (details.open ? opened.add(sensor.id) : opened.delete(sensor.id)));
  return details;
}
