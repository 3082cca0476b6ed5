// How long visits lasted: a distribution for each place where something tells one visitor from another.
import { colour, draw, forget, nameAxis, valueAxis } from '../chart.js';
import { placeOf } from '../exception.js';
import { count, share } from '../format.js';
import { element } from '../page.js';
import { iso } from '../rows.js';
import { t } from '../text.js';

const MINUTE_S = 60;
const DAY_MS = 86_400_000;

/** The distributions of a span; null if the gateway cannot tell now. */
export async function read({ from, to }) {
  const answer = await fetch(`/api/v1/stays?${new URLSearchParams({ from: iso(from), to: iso(to) })}`);
  return answer.ok ? answer.json() : null;
}

/** `take` what was read, and `show` it. */
export function open({ store }) {
  const choice = element('select', { 'aria-label': t('lengths.which') });
  const chart = element('div', { class: 'small-chart', 'aria-hidden': 'true' });
  const told = element('p', { class: 'quiet', 'data-lengths': 'told' });
  const table = element('div', { class: 'hour-table' });
  let found = null;
  let chosen = null;
  let gone = false;

  choice.addEventListener('change', () => {
    chosen = choice.value;
    show();
  });

  function take(read, { to, now }) {
    found = read;
    gone = now !== null && to < now - store.privacy.keep_days * DAY_MS;
    const keys = (found?.places ?? []).map(keyOf);
    chosen = keys.includes(chosen) ? chosen : usual(found);
    choice.replaceChildren(...(found?.places ?? []).map(place => element('option', { value: keyOf(place), selected: keyOf(place) === chosen }, nameOf(place, store))));
    choice.hidden = keys.length < 2;
  }

  function show() {
    const place = found?.places.find(each => keyOf(each) === chosen);
    const counts = place?.counts ?? null;
    chart.hidden = counts === null;
    table.replaceChildren(counts === null ? '' : asTable(found.bins_from_s, place));
    told.replaceChildren(words(found, place, store, gone));
    if (counts === null) {
      forget(chart);
      return;
    }
    draw(chart, {
      xAxis: nameAxis(found.bins_from_s.map((_, bin) => label(found.bins_from_s, bin))),
      yAxis: valueAxis(count),
      series: [{ type: 'bar', barWidth: '88%', data: counts, itemStyle: { color: colour('today') } }],
    }).catch(() => chart.replaceChildren(element('p', { class: 'empty' }, t('exceptions.nochart'))));
  }

  return { parts: [choice, told, chart, table], take, show, close: () => forget(chart) };
}

function keyOf(place) {
  return `${place.basis} ${place.scope}`;
}

/** The store by its devices, else by its cameras, else the first zone. */
function usual(found) {
  const first = found?.places.find(place => place.counts !== null) ?? found?.places[0];
  return first === undefined ? null : keyOf(first);
}

function nameOf(place, store) {
  return place.scope === 'store' ? t(`lengths.store.${place.basis}`) : placeOf(place.scope, store);
}

function words(found, place, store, gone) {
  if (found === null) {
    return t('day.failed');
  }
  if (place === undefined) {
    return gone ? t('lengths.gone', { n: store.privacy.keep_days }) : t('lengths.none');
  }
  if (place.counts === null) {
    return t('lengths.few', { place: nameOf(place, store), n: count(place.n), least: count(found.least) });
  }
  return `${t('lengths.told', { place: nameOf(place, store), n: count(place.n), covered: share(place.covered ?? 0) })} ${t(`lengths.${place.basis}`)}`;
}

/** "2–4 min"; what is shorter than a minute in seconds. */
function label(from, bin) {
  const inSeconds = (from[bin + 1] ?? Infinity) <= MINUTE_S;
  const say = seconds => String(inSeconds ? seconds : seconds / MINUTE_S);
  const unit = inSeconds ? 'lengths.s' : 'lengths.min';
  return t(unit, { n: bin + 1 === from.length ? `≥ ${say(from[bin])}` : `${say(from[bin])}–${say(from[bin + 1])}` });
}

function asTable(from, { counts, n }) {
  const head = ['lengths.length', 'lengths.visits', 'lengths.share'].map(key => element('th', { scope: 'col' }, t(key)));
  return element('details', { class: 'hour-details' }, element('summary', {}, t('day.table')),
    element('table', { class: 'plain' }, element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...counts.map((each, bin) => element('tr', {},
        element('th', { scope: 'row' }, label(from, bin)), element('td', {}, count(each)), element('td', {}, share(n === 0 ? 0 : each / n)))))));
}
