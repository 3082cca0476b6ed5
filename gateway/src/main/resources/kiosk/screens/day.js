// A day against the days it is compared with, the weeks behind it, and from passers-by to purchases. Prints as a report.
import { colour, draw, forget, nameAxis, prepare, valueAxis } from '../chart.js';
import { metricName, valueOf } from '../exception.js';
import { clock, clockWithSeconds, count, fullDate, instantOf, share, shiftDay, signedCount, signedPercent, UNKNOWN, weekday } from '../format.js';
import { element, say } from '../page.js';
import { reason } from '../reason.js';
import { iso, readRows } from '../rows.js';
import { t } from '../text.js';
import * as arrivals from './arrivals.js';
import * as events from './events.js';
import { carPark, funnel, rowsButton } from './funnel.js';
import { showRows } from './rows-dialog.js';
import { ENOUGH, meanOf, WEEKS, weekTable } from './week.js';

const HOUR = 3_600_000;
const EVERY_MS = 60_000;
const KEY_FIGURES = ['footfall', 'occupancy.max', 'dwell.mean', 'transactions', 'conversion', 'sales-per-visitor'];

export function open(root, { store, stream }) {
  prepare();
  const marked = events.open({ store, stream, startOf: day => startOf(day, store) });
  const came = arrivals.open({ store });
  const part = build(root);
  let day = null;
  let asked = 0;
  let found = null;
  let shown = '';

  async function read() {
    if (day === null) {
      return;
    }
    const mine = ++asked;
    const days = Array.from({ length: 7 * WEEKS + 1 }, (_, i) => shiftDay(day, -i));
    const [from, to] = [startOf(day, store), startOf(shiftDay(day, 1), store)];
    const whole = { from: iso(from), to: iso(to) };
    try {
      const [hours, figures, engaged, cars] = await Promise.all([
        readRows({ metric: 'footfall', scope: 'store', grain: 'hour', from: iso(startOf(days.at(-1), store)), to: iso(to) }),
        readRows({ scope: 'store', grain: 'day', ...whole }),
        zoneRows(store, whole),
        carRows(store, whole),
      ]);
      if (mine === asked) {
        found = { day, from, to, now: stream.now(), days: perDay(hours, days, store), figures: new Map(figures.map(row => [row.metric, row])), engaged, cars };
        show();
        await came.read({ from, to, now: stream.now() }, () => mine === asked);
      }
    } catch {
      say(part.told, t('day.failed'));
    }
  }

  function show() {
    const key = JSON.stringify(found, (name, value) => (name === 'now' ? undefined : value instanceof Map ? [...value] : value));
    if (found === null || key === shown) {
      return;
    }
    shown = key;
    say(part.told, '');
    marked.day(found.day);
    say(part.date, fullDate(found.day));
    say(part.reportDate, fullDate(found.day));
    say(part.printed, t('day.asof', { time: clockWithSeconds(stream.now() ?? Date.now()) }));
    part.next.disabled = found.day === stream.figures?.business_day;
    part.figures.replaceChildren(...keyFigures(found, store));
    const lines = hourLines(found);
    part.legend.replaceChildren(...hourLegend(found, lines));
    part.hours.replaceChildren(hourTable(lines, store, found));
    paint(lines);
    part.week.replaceChildren(weekTable(found, store));
    part.funnel.replaceChildren(...funnel(found, store));
    part.cars.replaceChildren(...carPark(found, store));
  }

  function paint(lines) {
    if (lines.length === 0) {
      forget(part.chart);
      part.chart.replaceChildren(element('p', { class: 'empty' }, t('rows.none')));
      return;
    }
    const line = (name, dash, shade) => ({
      type: 'line', name, step: 'middle', symbol: 'none', data: lines.map(each => each[name]), lineStyle: { type: dash, width: 3, color: shade }, itemStyle: { color: shade },
    });
    draw(part.chart, {
      xAxis: nameAxis(lines.map(each => each.name)),
      yAxis: valueAxis(count),
      series: [
        { type: 'bar', name: 'value', barWidth: '62%', data: lines.map(each => ({ value: each.value, itemStyle: barStyle(each) })) },
        line('yesterday', 'dotted', '#4a5662'), line('week', 'dashed', '#9a4f00'), line('mean', 'solid', '#17693a'),
      ],
    }, event => {
      const each = lines[event.dataIndex];
      showRows(store, 'footfall', 'store', each.start, each.end);
    }).catch(() => part.chart.replaceChildren(element('p', { class: 'empty' }, t('exceptions.nochart'))));
  }

  function go(days) {
    day = shiftDay(day, days);
    read();
  }

  part.back.addEventListener('click', () => go(-1));
  part.next.addEventListener('click', () => go(1));
  part.print.addEventListener('click', () => print());
  const timer = setInterval(read, EVERY_MS);
  const onPaper = matchMedia('print');
  const redraw = () => {
    if (found !== null && !onPaper.matches) {
      paint(hourLines(found));
      came.show();
    }
  };
  const unfold = event => root.querySelectorAll('.hour-details').forEach(each => { each.open = event.type === 'beforeprint'; });
  addEventListener('beforeprint', unfold);
  addEventListener('afterprint', unfold);
  const sizes = new ResizeObserver(redraw);
  sizes.observe(part.chart);
  return {
    figures() {
      if (day === null && stream.figures !== null) {
        day = stream.figures.business_day;
        read();
      }
    },
    resized: redraw,
    tick() {},
    close() {
      clearInterval(timer);
      sizes.disconnect();
      removeEventListener('beforeprint', unfold);
      removeEventListener('afterprint', unfold);
      forget(part.chart);
      came.close();
    },
  };

  function build(into) {
    const made = {
      back: element('button', { type: 'button', 'data-label': 'day.back' }, '◀'),
      next: element('button', { type: 'button', 'data-label': 'day.next' }, '▶'),
      print: element('button', { type: 'button', class: 'print', 'data-text': 'day.print' }),
      date: element('h2', { class: 'day-date', 'aria-live': 'polite' }),
      told: element('p', { class: 'form-told', role: 'status' }),
      reportDate: element('p', { class: 'report-date' }),
      printed: element('p', { class: 'report-printed' }),
      figures: element('section', { class: 'key-figures', 'data-label': 'day.figures' }),
      legend: element('ul', { class: 'legend' }),
      chart: element('div', { class: 'day-chart', 'aria-hidden': 'true' }),
      hours: element('div', { class: 'hour-table' }),
      week: element('div', { class: 'week-table', tabindex: '0', role: 'region', 'data-label': 'day.week.hint' }),
      funnel: element('div', { class: 'funnel' }),
      cars: element('div', { class: 'cars' }),
    };
    into.append(
      element('div', { class: 'report-head' }, element('p', { class: 'report-store' }, store.name), element('p', { class: 'report-title', 'data-text': 'day.report' }), made.reportDate, made.printed),
      element('div', { class: 'controls day-controls' }, made.back, made.date, made.next, made.told, made.print),
      made.figures,
      element('div', { class: 'day-grid' },
        panel('day-hours', 'day.hours', made.legend, made.chart, made.hours),
        element('div', { class: 'day-side' }, panel('day-funnel', 'day.funnel', null, made.funnel), panel('day-cars', 'day.cars', null, made.cars)),
        ...came.panels, marked.panel,
        panel('day-week', 'day.week', element('p', { class: 'hint', 'data-text': 'day.week.hint' }), made.week)));
    return made;
  }
}

function panel(id, title, legend, ...body) {
  return element('section', { class: `panel ${id}`, 'aria-labelledby': id },
    element('div', { class: 'panel-head' }, element('h2', { id, 'data-text': title }), legend), ...body);
}

function barStyle(each) {
  const shade = each.trusted ? colour('today') : '#8b95a1';
  return each.running ? { color: '#a9cbee', borderColor: shade, borderWidth: 2 } : { color: shade };
}

function startOf(day, store) {
  return instantOf(day, store.business_day_start);
}

function zoneRows(store, whole) {
  const shown = store.zones.filter(zone => zone.kind === 'display');
  return shown.length === 0 ? [] : readRows({ metric: 'zone.engaged', scope: shown.map(zone => `zone:${zone.id}`), grain: 'day', ...whole });
}

function carRows(store, whole) {
  return store.car_parks.length === 0 ? [] : readRows({ scope: store.car_parks.map(park => `car-park:${park.id}`), grain: 'day', ...whole });
}

/** For each day its hours by the clock's name; of a repeated hour the first. */
function perDay(rows, days, store) {
  const sorted = new Map(days.map(day => [day, new Map()]));
  const starts = days.map(day => [startOf(day, store), day]).sort((a, b) => b[0] - a[0]);
  for (const row of rows) {
    const at = Date.parse(row.start);
    const day = starts.find(([start]) => start <= at)?.[1];
    const hours = sorted.get(day);
    const name = clock(at);
    if (hours !== undefined && !hours.has(name)) {
      hours.set(name, row);
    }
  }
  return sorted;
}

function numberOf(row) {
  return row === undefined || row.value === null || row.state === 'closed' ? null : row.value;
}

/** One line per local hour of the day that any of the days was open in. */
function hourLines({ day, from, to, now, days }) {
  const references = Array.from({ length: WEEKS }, (_, i) => days.get(shiftDay(day, -7 * (i + 1))));
  const lines = [];
  for (let start = from; start < to; start += HOUR) {
    const name = clock(start);
    const row = days.get(day).get(name);
    const earlier = references.map(hours => hours?.get(name)).filter(each => each !== undefined && ENOUGH.has(each.state) && each.value !== null);
    lines.push({
      name, start, end: Math.min(start + HOUR, to), row, value: numberOf(row), trusted: row !== undefined && ENOUGH.has(row.state),
      running: now >= start && now < start + HOUR,
      rows: { yesterday: days.get(shiftDay(day, -1))?.get(name), week: references[0]?.get(name) },
      yesterday: numberOf(days.get(shiftDay(day, -1))?.get(name)),
      week: numberOf(references[0]?.get(name)),
      // One day is no mean.
      mean: earlier.length < 2 ? null : meanOf(earlier.map(each => each.value)),
    });
  }
  const tells = line => [line.value, line.yesterday, line.week, line.mean].some(each => each !== null && each > 0);
  const first = lines.findIndex(tells);
  return first < 0 ? [] : lines.slice(first, lines.length - [...lines].reverse().findIndex(tells));
}

/** Only what there is: on the first days there is little to compare with. */
function hourLegend({ day }, lines) {
  const keys = [['value', 'day.this'], ['running', 'hours.running'], ['yesterday', 'day.before'], ['week', 'day.lastweek'], ['mean', 'day.mean']];
  return keys.filter(([name]) => lines.some(line => line[name] !== null && line[name] !== false)).map(([name, key]) => element('li', {}, element('span', { class: `key day-${name}`, 'aria-hidden': 'true' }), t(key, { weekday: weekday(day) })));
}

function hourTable(lines, store, { day }) {
  const names = { weekday: weekday(day) };
  const head = ['hours.hour', 'day.this', 'day.before', 'day.lastweek', 'day.mean'].map(key => element('th', { scope: 'col' }, t(key, names)));
  const known = value => (value === null ? UNKNOWN : count(value));
  const linked = (line, name) => {
    const row = line.rows[name];
    return line[name] === null ? UNKNOWN : rowsButton(known(line[name]), store, 'footfall', 'store', Date.parse(row.start), Date.parse(row.end));
  };
  const table = element('table', { class: 'plain' }, element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...lines.map(line => element('tr', {},
      element('th', { scope: 'row' }, `${line.name}–${clock(line.end)}`),
      element('td', {}, line.row === undefined ? UNKNOWN : rowsButton(known(line.value), store, 'footfall', 'store', line.start, line.end)),
      element('td', {}, linked(line, 'yesterday')), element('td', {}, linked(line, 'week')), element('td', {}, known(line.mean))))));
  return lines.length === 0 ? '' : element('details', { class: 'hour-details' }, element('summary', {}, t('day.table')), table);
}

function keyFigures({ figures, days, day, from, to }, store) {
  const total = [...days.get(shiftDay(day, -7)).values()].reduce((sum, row) => sum + (row.value ?? 0), 0);
  return KEY_FIGURES.map(metric => {
    const row = figures.get(metric);
    const known = row !== undefined && row.value !== null;
    const words = known ? valueOf(metric, row.value) : UNKNOWN;
    const trusted = known && ENOUGH.has(row.state);
    const note = row === undefined ? t('day.unmeasured')
      : row.state === 'valid' ? '' : `${t(`rows.state.${row.state}`)}${row.reason === null ? '' : ` · ${reason(row)}`} · ${t('day.covered', { n: share(row.completeness) })}`;
    return element('article', { class: 'key-figure', 'data-trust': trusted ? 'live' : 'not', 'data-metric': metric },
      element('h3', {}, metricName(metric)),
      element('p', { class: 'key-value' }, known ? rowsButton(words, store, metric, 'store', from, to) : words),
      metric === 'footfall' && known && total > 0 && isOver(days, day)
        ? element('p', { class: 'quiet' }, t('day.against', { weekday: weekday(day), delta: signedCount(row.value - total), ratio: signedPercent((row.value - total) / total) })) : null,
      element('p', { class: 'quiet key-note', title: note }, note));
  });
}

/** A running day is not held against whole ones here; the first screen compares it up to the same time. */
function isOver(days, day) {
  const last = [...days.get(day).values()].at(-1);
  const earlier = [...(days.get(shiftDay(day, -7))?.values() ?? [])].at(-1);
  return last !== undefined && earlier !== undefined && clock(Date.parse(last.start)) === clock(Date.parse(earlier.start));
}
