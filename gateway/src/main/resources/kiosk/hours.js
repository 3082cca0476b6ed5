// Visitors by local clock hour: today's bars before yesterday's.
import { clock, count, localHour, UNKNOWN } from './format.js';
import { element, letter, redraw, svg, textWidth } from './page.js';
import { t } from './text.js';

const HOUR = 3_600_000;
const GRID_LINES = 3;

/** One column per local hour of the business day, from the rows of two days and the opening hours. */
export function columns(figures, forecast = []) {
  const found = new Map();
  const first = figures.hours.concat(figures.yesterday_hours).map(row => Date.parse(row.start));
  const dayStart = first.length > 0 ? localHour(first[0]) : 0;
  place(found, figures.hours, 'today');
  place(found, figures.yesterday_hours, 'yesterday');
  place(found, stillToCome(figures, forecast), 'forecast');
  for (const span of figures.opening.spans) {
    for (let at = Date.parse(span.start); at < Date.parse(span.end); at += HOUR) {
      column(found, localHour(at), 0).open = true;
    }
  }
  const order = each => ((each.hour - dayStart + 24) % 24) * 10 + each.again;
  return trim([...found.values()].sort((a, b) => order(a) - order(b)));
}

/** The business day's hours that have not begun, and the running one. */
function stillToCome(figures, forecast) {
  const end = Math.max(...figures.opening.spans.map(span => Date.parse(span.end)), -Infinity);
  return forecast.filter(row => row.value !== null && Date.parse(row.end) > Date.parse(figures.at) && Date.parse(row.start) < end);
}

function place(found, rows, day) {
  const seen = new Map();
  for (const row of rows) {
    const hour = localHour(Date.parse(row.start));
    const again = seen.get(hour) ?? 0;
    seen.set(hour, again + 1);
    column(found, hour, again)[day] = row;
  }
}

function column(found, hour, again) {
  const key = `${hour}/${again}`;
  if (!found.has(key)) {
    found.set(key, { hour, again, open: false, today: null, yesterday: null, forecast: null });
  }
  return found.get(key);
}

/** Hours at both ends in which the store is closed and nobody came say nothing. */
function trim(all) {
  const tells = each => each.open || (each.today?.value ?? 0) > 0 || (each.yesterday?.value ?? 0) > 0 || (each.forecast?.value ?? 0) > 0;
  const from = all.findIndex(tells);
  return from < 0 ? [] : all.slice(from, all.length - [...all].reverse().findIndex(tells));
}

function isCounted(shown) {
  return shown.some(each => each.today !== null || each.yesterday !== null);
}

export function show(root, figures, nowMillis, forecast = []) {
  const shown = columns(figures, forecast);
  const table = asTable(shown);
  if (!isCounted(shown)) {
    redraw(root, element('p', { class: 'empty' }, t('hours.none')));
    return;
  }
  const width = root.clientWidth;
  const height = root.clientHeight;
  redraw(root, ...(width > 0 && height > 0 ? [draw(shown, width, height, nowMillis)] : []), table);
}

export function showLegend(root, figures, forecast = []) {
  if (figures === null || !isCounted(columns(figures))) {
    redraw(root);
    return;
  }
  const doubtful = figures.hours.some(isDoubtful);
  const ghost = columns(figures, forecast).some(each => each.forecast !== null);
  const names = ['today', 'running', ...(doubtful ? ['doubtful'] : []), 'yesterday', ...(ghost ? ['forecast'] : [])];
  const keys = names.map(name =>
    element('li', {}, element('span', { class: `key key-${name}`, 'aria-hidden': 'true' }), t(`hours.${name}`)));
  if (figures.hours.some(row => row.value === null && row.state !== 'closed')) {
    keys.push(element('li', {}, element('span', { class: 'missing', 'aria-hidden': 'true' }, '?'), t('hours.missing')));
  }
  redraw(root, ...keys);
}

function isDoubtful(row) {
  return row.value !== null && row.state !== 'valid' && row.state !== 'closed';
}

function draw(shown, width, height, nowMillis) {
  const size = letter() * 1.2;
  const highest = Math.max(4, ...shown.flatMap(each => [each.today?.value ?? 0, each.yesterday?.value ?? 0, each.forecast?.value ?? 0]));
  const step = niceStep(highest / GRID_LINES);
  const top = Math.ceil(highest / step) * step;
  const left = textWidth(count(top), size) + size * 0.8;
  const floor = height - size * 1.9;
  const y = value => floor - (value / top) * (floor - size * 1.7);
  const slot = (width - left) / shown.length;
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('hours.title') },
    hatch());
  for (let value = 0; value <= top; value += step) {
    picture.append(
      svg('line', { class: value === 0 ? 'axis' : 'grid', x1: left, x2: width, y1: y(value), y2: y(value) }),
      svg('text', { class: 'tick', x: left - size * 0.5, y: y(value) + size * 0.35, 'font-size': size, 'text-anchor': 'end' }, count(value)));
  }
  const wide = textWidth('00', size);
  const every = Math.ceil((wide * 1.5) / slot);
  const words = figuresThatFit(shown, slot, size);
  shown.forEach((each, i) => {
    picture.append(...bars(each, left + i * slot, slot, y, size, words, nowMillis));
    if (i % every === 0) {
      picture.append(svg('text', {
        class: 'tick', x: Math.min(left + (i + 0.5) * slot, width - wide / 2), y: height - size * 0.5, 'font-size': size, 'text-anchor': 'middle',
      }, String(each.hour).padStart(2, '0')));
    }
  });
  return picture;
}

/** Size of the figures above the bars, so that all of them fit; 0 if they would be too small to read. */
function figuresThatFit(shown, slot, size) {
  const widest = Math.max(1, ...shown.map(each => textWidth(count(each.today?.value ?? 0), size, 'bold')));
  const fitting = Math.min(size, (size * slot * 0.98) / widest);
  return fitting < size * 0.65 ? 0 : fitting;
}

function bars(each, x, slot, y, size, words, nowMillis) {
  const parts = [];
  const bar = (name, row, from, wide) => {
    const at = y(row.value);
    parts.push(svg('rect', { class: `bar ${name}`, x: x + slot * from, y: at, width: slot * wide, height: Math.max(1, y(0) - at) }));
  };
  if ((each.yesterday?.value ?? 0) > 0) {
    bar('yesterday', each.yesterday, 0.06, 0.88);
  }
  if ((each.forecast?.value ?? 0) > 0) {
    bar('forecast', each.forecast, 0.2, 0.6);
  }
  if (each.today === null || each.today.state === 'closed') {
    return parts;
  }
  if (each.today.value === null) {
    const word = svg('text', { class: 'missing', x: x + slot / 2, y: y(0) - size * 0.5, 'font-size': size, 'text-anchor': 'middle' }, '?');
    word.append(svg('title', {}, t('hours.missing')));
    parts.push(word);
    return parts;
  }
  const running = nowMillis >= Date.parse(each.today.start) && nowMillis < Date.parse(each.today.end);
  const trusted = isDoubtful(each.today) ? ' doubtful' : '';
  bar(`${running ? 'running' : 'today'}${trusted}`, each.today, 0.2, 0.6);
  if (words > 0) {
    const above = Math.min(y(each.today.value), y(0)) - words * 0.35;
    parts.push(svg('text', { class: 'on-bar', x: x + slot / 2, y: above, 'font-size': words, 'text-anchor': 'middle' }, count(each.today.value)));
  }
  return parts;
}

function hatch() {
  return svg('defs', {}, svg('pattern', { id: 'running', width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { class: 'hatch-back', width: 8, height: 8 }), svg('rect', { class: 'hatch-line', width: 4, height: 8 })));
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find(factor => factor * power >= rough) * power;
  return Math.max(1, step);
}

/** The same for those who cannot see the picture. */
function asTable(shown) {
  const value = row => (row === null || row.value === null ? UNKNOWN : count(row.value));
  const head = ['hours.hour', 'hours.today', 'hours.yesterday', 'hours.forecast'].map(key => element('th', { scope: 'col' }, t(key)));
  const rows = shown.map(each => element('tr', {},
    element('th', { scope: 'row' }, each.today === null ? String(each.hour).padStart(2, '0') : clock(Date.parse(each.today.start))),
    element('td', {}, value(each.today)), element('td', {}, value(each.yesterday)), element('td', {}, value(each.forecast))));
  return element('table', { class: 'unseen' }, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows));
}
