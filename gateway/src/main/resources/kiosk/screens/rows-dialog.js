// What is behind a figure: its quarters of an hour, each with how far it can be trusted, and how the sensors do.
import { metricName, placeOf, valueOf } from '../exception.js';
import { clock, share, shortDate } from '../format.js';
import { element } from '../page.js';
import { reason } from '../reason.js';
import { iso, readRows } from '../rows.js';
import { t } from '../text.js';

/** Finer rows come first; some metrics have none by the quarter of an hour. */
const GRAINS = ['15m', 'hour', 'day'];
const QUARTER_MS = 900_000;

/** Opens the rows of a metric in a span, at one place or several. */
export function showRows(store, metric, scope, from, to) {
  return showSpans(store, metric, scope, [[from, to]]);
}

/** The same in several spans, such as an hour of four weeks. */
export async function showSpans(store, metric, scope, spans) {
  const scopes = [scope].flat();
  const body = element('div', { class: 'rows-body', tabindex: '0' }, element('p', { class: 'empty' }, t('screen.reading')));
  const close = element('button', { type: 'button', autofocus: true }, t('rows.close'));
  const place = scopes.map(each => placeOf(each, store)).join(', ');
  const title = element('h2', { id: 'rows-title' }, `${metricName(metric)} · ${place} · ${spans.map(spanOf).join(', ')}`);
  const dialog = element('dialog', { class: 'rows', 'aria-labelledby': 'rows-title' }, element('div', { class: 'panel-head' }, title, close), body);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => (event.target === dialog ? dialog.close() : null));
  document.body.append(dialog);
  dialog.showModal();
  try {
    const found = await Promise.all(spans.map(([from, to]) => readRows({ metric, scope: scopes, grain: GRAINS, from: iso(from), to: iso(to) })));
    const rows = found.flatMap(finest);
    body.replaceChildren(rows.length === 0 ? element('p', { class: 'empty' }, t('rows.none')) : asTable(rows, store, spans.length > 1, scopes.length > 1));
    await addSensors(body).catch(() => null);
  } catch {
    body.replaceChildren(element('p', { class: 'empty' }, t('rows.failed')));
  }
}

function spanOf([from, to]) {
  return `${shortDate(from)} ${clock(from)}–${clock(to)}`;
}

/** Rows of different lengths say the same twice: only the finest are shown. */
function finest(rows) {
  const upTo = most => rows.filter(row => Date.parse(row.end) - Date.parse(row.start) <= most);
  return [upTo(QUARTER_MS), upTo(4 * QUARTER_MS), rows].find(each => each.length > 0) ?? [];
}

function asTable(rows, store, withDate, withPlace) {
  const head = ['rows.time', 'rows.value', 'rows.band', 'rows.state', 'rows.completeness', 'rows.reason'].map(key => element('th', { scope: 'col' }, t(key)));
  return element('table', { class: 'plain' }, element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map(row => element('tr', { 'data-state': row.state },
      element('th', { scope: 'row' }, [
        withPlace ? placeOf(row.scope, store) : '', withDate ? shortDate(Date.parse(row.start)) : '', `${clock(Date.parse(row.start))}–${clock(Date.parse(row.end))}`,
      ].filter(each => each !== '').join(' ')),
      element('td', {}, valueOf(row.metric, row.value)),
      element('td', {}, row.low === null || row.high === null ? '' : `${valueOf(row.metric, row.low)}–${valueOf(row.metric, row.high)}`),
      element('td', { class: 'state' }, t(`rows.state.${row.state}`)),
      element('td', {}, share(row.completeness)),
      element('td', { class: 'reason' }, reason(row))))));
}

/** How the sensors do now; who was silent then is among the reasons. */
async function addSensors(body) {
  const answer = await fetch('/api/v1/sensors');
  if (!answer.ok) {
    return;
  }
  const { sensors } = await answer.json();
  body.append(element('h3', {}, t('rows.sensors')), element('ul', { class: 'sensor-states' }, ...sensors.filter(each => each.configured).map(each =>
    element('li', { 'data-status': each.status }, `${each.id} `, element('span', { class: 'status' }, t(`sensors.status.${each.status}`))))));
}
