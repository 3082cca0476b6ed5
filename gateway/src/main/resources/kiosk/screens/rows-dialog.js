// What is behind a figure: its quarters of an hour, each with how far it can be trusted.
import { metricName, placeOf, valueOf } from '../exception.js';
import { clock, share, shortDate } from '../format.js';
import { element } from '../page.js';
import { iso, readRows } from '../rows.js';
import { reason, t } from '../text.js';

/** Opens the 15-minute rows of a metric in a span; the shorter the span, the fewer rows. */
export async function showRows(store, metric, scope, from, to) {
  const body = element('div', { class: 'rows-body', tabindex: '0' }, element('p', { class: 'empty' }, t('screen.reading')));
  const close = element('button', { type: 'button', autofocus: true }, t('rows.close'));
  const title = element('h2', { id: 'rows-title' }, `${metricName(metric)} · ${placeOf(scope, store)} · ${shortDate(from)} ${clock(from)}–${clock(to)}`);
  const dialog = element('dialog', { class: 'rows', 'aria-labelledby': 'rows-title' }, element('div', { class: 'panel-head' }, title, close), body);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => (event.target === dialog ? dialog.close() : null));
  document.body.append(dialog);
  dialog.showModal();
  try {
    const rows = await readRows({ metric, scope, grain: '15m', from: iso(from), to: iso(to) });
    body.replaceChildren(rows.length === 0 ? element('p', { class: 'empty' }, t('rows.none')) : asTable(rows));
  } catch {
    body.replaceChildren(element('p', { class: 'empty' }, t('rows.failed')));
  }
}

function asTable(rows) {
  const head = ['rows.time', 'rows.value', 'rows.band', 'rows.state', 'rows.completeness', 'rows.reason'].map(key => element('th', { scope: 'col' }, t(key)));
  return element('table', { class: 'plain' }, element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map(row => element('tr', { 'data-state': row.state },
      element('th', { scope: 'row' }, `${clock(Date.parse(row.start))}–${clock(Date.parse(row.end))}`),
      element('td', {}, valueOf(row.metric, row.value)),
      element('td', {}, row.low === null || row.high === null ? '' : `${valueOf(row.metric, row.low)}–${valueOf(row.metric, row.high)}`),
      element('td', { class: 'state' }, t(`rows.state.${row.state}`)),
      element('td', {}, share(row.completeness)),
      element('td', { class: 'reason' }, row.reason === null ? '' : reason(row.reason))))));
}
