// The strip at the bottom: whether the numbers above rest on sensors that speak and a line to head office that flows.
import { age, count, share } from './format.js';
import { element, say } from './page.js';
import { t } from './text.js';

const ITEMS = ['sensors', 'event', 'relay', 'completeness'];
/** Twice the interval in which a sensor is expected to speak. */
const LATE_EVENT_S = 30 * 60;
const LATE_RELAY_S = 5 * 60;
const WHOLE = 0.98;

export function build(root) {
  for (const name of ITEMS) {
    root.append(element('div', { 'data-item': name },
      element('dt'), element('dd', {}, element('span', { class: 'words' }), element('span', { class: 'mark' }))));
  }
}

/** `now` is the gateway's clock in milliseconds; what is `stale` is judged neither good nor bad. */
export function show(root, figures, now, stale) {
  const told = figures === null ? {} : findings(figures, now);
  for (const name of ITEMS) {
    const item = root.querySelector(`[data-item="${name}"]`);
    const [words, found] = told[name] ?? ['–', null];
    const good = stale ? null : found;
    say(item.querySelector('dt'), t(`health.${name}`));
    say(item.querySelector('.words'), words);
    item.dataset.level = good === null ? 'wait' : good ? 'good' : 'attention';
    say(item.querySelector('.mark'), good === null ? '' : t(good ? 'health.good' : 'health.attention'));
  }
}

function findings(figures, now) {
  const { ok, total } = figures.sensors;
  const { pending, oldest_s: oldest } = figures.relay;
  const since = figures.last_event === null ? null : (now - Date.parse(figures.last_event)) / 1000;
  const completeness = figures.footfall_today.completeness;
  const closed = !figures.opening.open_now;
  return {
    sensors: [t('health.sensors.value', { ok: count(ok), total: count(total) }), ok === total],
    event: since === null
      ? [t('health.event.none'), false]
      : [t('health.event.value', { age: age(since) }), closed || since < LATE_EVENT_S],
    relay: relay(pending, oldest),
    completeness: [share(completeness), closed || completeness >= WHOLE],
  };
}

function relay(pending, oldest) {
  if (pending === 0) {
    return [t('health.relay.none'), true];
  }
  const values = { pending: count(pending), age: age(oldest ?? 0) };
  return [t(oldest === null ? 'health.relay.value' : 'health.relay.oldest', values), oldest === null || oldest < LATE_RELAY_S];
}
