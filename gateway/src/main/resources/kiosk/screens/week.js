// The weekday table: mean people by weekday and hour over the last weeks.
import { count, shiftDay, weekdayName } from '../format.js';
import { element } from '../page.js';
import { t } from '../text.js';
import { showSpans } from './rows-dialog.js';

export const WEEKS = 4;
/** States of rows that a mean may rest on. */
export const ENOUGH = new Set(['valid', 'estimated']);
const HEAT_CLASSES = 5;

export function meanOf(values) {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}

/** Each cell says its number; the shade only helps to find it. */
export function weekTable({ day, days, now }, store) {
  const cells = new Map();
  const names = new Set();
  for (const [date, hours] of days) {
    if (date === shiftDay(day, -7 * WEEKS)) {
      continue;
    }
    const index = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
    for (const [name, row] of hours) {
      // An hour that still runs would look like a poor one.
      if (ENOUGH.has(row.state) && row.value !== null && Date.parse(row.end) <= now) {
        const key = `${index} ${name}`;
        cells.set(key, [...(cells.get(key) ?? []), row]);
        names.add(name);
      }
    }
  }
  const means = new Map([...cells].map(([key, rows]) => [key, meanOf(rows.map(row => row.value))]));
  const most = Math.max(1, ...means.values());
  const order = [...days.values()].flatMap(hours => [...hours.keys()]);
  const columns = [...new Set(order)].filter(name => names.has(name)).sort((a, b) => turned(a, days) - turned(b, days));
  if (columns.length === 0) {
    return element('p', { class: 'empty' }, t('rows.none'));
  }
  return element('table', { class: 'heat' },
    element('thead', {}, element('tr', {}, element('td'), ...columns.map(name => element('th', { scope: 'col' }, name.slice(0, 2))))),
    element('tbody', {}, ...Array.from({ length: 7 }, (_, index) => element('tr', {}, element('th', { scope: 'row' }, weekdayName(index)),
      ...columns.map(name => {
        const value = means.get(`${index} ${name}`);
        const shade = value === undefined ? null : String(Math.min(HEAT_CLASSES - 1, Math.floor((value / most) * HEAT_CLASSES)));
        return element('td', { 'data-heat': shade }, value === undefined ? '' : cell(count(value), cells.get(`${index} ${name}`), store));
      })))));
}

/** A mean opens to the quarters of the hours that it is of. */
function cell(words, rows, store) {
  const button = element('button', { type: 'button', class: 'figure-link', title: t('rows.open') }, words);
  button.addEventListener('click', () => showSpans(store, 'footfall', 'store', rows.map(row => [Date.parse(row.start), Date.parse(row.end)])));
  return button;
}

/** Hours in the order of the business day: after midnight comes after the evening. */
function turned(name, days) {
  const first = [...days.values()].map(hours => [...hours.keys()][0]).find(each => each !== undefined) ?? '00:00';
  const minutes = text => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return (minutes(name) - minutes(first) + 1440) % 1440;
}
