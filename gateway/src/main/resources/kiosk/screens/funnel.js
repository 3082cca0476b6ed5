// From passers-by to purchases, and the car park: what was measured of it, and what was not.
import { metricName, valueOf } from '../exception.js';
import { count, percent, UNKNOWN } from '../format.js';
import { element } from '../page.js';
import { t } from '../text.js';
import { showRows } from './rows-dialog.js';

/** A figure that opens to its 15-minute rows. */
export function rowsButton(words, store, metric, scope, from, to) {
  const button = element('button', { type: 'button', class: 'figure-link', title: t('rows.open') }, words);
  button.addEventListener('click', () => showRows(store, metric, scope, from, to));
  return button;
}

export function funnel({ figures, engaged, from, to }, store) {
  const engagedValues = engaged.filter(row => row.value !== null).map(row => row.value);
  const steps = [
    ['passers-by', figures.get('passers-by')?.value ?? null],
    ['footfall', figures.get('footfall')?.value ?? null],
    ['zone.engaged', engagedValues.length === 0 ? null : engagedValues.reduce((a, b) => a + b, 0)],
    ['transactions', figures.get('transactions')?.value ?? null],
  ];
  const most = Math.max(1, ...steps.map(([, value]) => value ?? 0));
  const entries = figures.get('footfall')?.value ?? null;
  const list = element('ol', { class: 'steps' }, ...steps.map(([metric, value]) => {
    const bar = element('span', { class: 'step-bar', 'aria-hidden': 'true' });
    bar.style.width = `${value === null ? 0 : (100 * value) / most}%`;
    const rate = value === null || entries === null || entries === 0 || metric === 'footfall' ? '' : t(metric === 'zone.engaged' ? 'day.funnel.visits' : 'day.funnel.rate', { rate: percent(value / entries) });
    const words = value === null ? element('span', { class: 'quiet' }, t('day.unmeasured'))
      : rowsButton(count(value), store, metric, metric === 'zone.engaged' ? engaged.map(row => row.scope) : 'store', from, to);
    return element('li', { 'data-metric': metric, 'data-known': value === null ? 'no' : 'yes' },
      element('span', { class: 'step-name' }, t(`day.step.${metric}`)), element('span', { class: 'step-track' }, bar), element('span', { class: 'step-value' }, words, element('span', { class: 'quiet' }, ` ${rate}`)));
  }));
  const returning = figures.get('returning-share');
  const coverage = figures.get('id-coverage');
  const told = returning?.value === null || returning === undefined
    ? t('day.returning.none')
    : t('day.returning', { share: percent(returning.value), coverage: coverage?.value === null || coverage === undefined ? UNKNOWN : percent(coverage.value) });
  return [list, element('p', { class: 'quiet' }, told)];
}

export function carPark({ cars, from, to }, store) {
  if (store.car_parks.length === 0) {
    return [element('p', { class: 'quiet' }, t('day.cars.none'))];
  }
  const metrics = ['vehicles.in', 'vehicles.out', 'vehicles.present', 'vehicles.present.max', 'parking.stay'];
  return store.car_parks.map(park => {
    const rows = new Map(cars.filter(row => row.scope === `car-park:${park.id}`).map(row => [row.metric, row]));
    return element('div', { class: 'block' },
      element('h3', {}, park.bays === null ? park.id : t('day.cars.bays', { id: park.id, n: count(park.bays) })),
      element('dl', { class: 'facts' }, ...metrics.filter(metric => rows.has(metric)).map(metric => {
        const row = rows.get(metric);
        const words = valueOf(metric, row.value);
        return element('div', { 'data-metric': metric }, element('dt', {}, metricName(metric)),
          element('dd', {}, row.value === null ? words : rowsButton(words, store, metric, row.scope, from, to)));
      })),
      rows.size === 0 ? element('p', { class: 'quiet' }, t('day.unmeasured')) : null);
  });
}
