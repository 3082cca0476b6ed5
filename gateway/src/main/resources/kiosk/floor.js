// The floor: time spent as heat on the plan, zones by name with their figures.
import { count, stay } from './format.js';
import { element, letter, redraw, svg, textWidth } from './page.js';
import { t } from './text.js';

/** Light to dark in even steps of lightness, so that every kind of colour vision and a grey print can tell them apart. */
const RAMP = ['#fdeabf', '#f9c46b', '#ec8a3c', '#c2493d', '#6d1f4f'];
/** From here on outlines would hide the floor. */
const MANY = 30;
/** From here on numbers take the room of names. */
const LARGE = 10_000;
const SHARES = [0.04, 0.15, 0.35, 0.65];
const painted = new WeakSet();
const heats = new WeakMap();
let number = 0;

/** The part of the plane to show: the plan, or what the zones cover. */
export function extent(store) {
  if (store.floor_plan !== null) {
    return { width: store.floor_plan.width_m, height: store.floor_plan.height_m };
  }
  const corners = store.zones.flatMap(zone => zone.polygon);
  return {
    width: Math.max(0, ...corners.map(([x]) => x)),
    height: Math.max(0, ...corners.map(([, y]) => y)),
  };
}

export function show(root, list, body, store, figures, heat) {
  const size = extent(store);
  if (size.width === 0 || size.height === 0) {
    body.dataset.list = 'none';
    redraw(root, element('p', { class: 'empty' }, t('floor.plain')));
    redraw(list);
    return;
  }
  const rows = zoneRows(store, figures);
  // The list takes room from the plan, so labels are tried on the whole width first; once a page size is enough.
  const room = [body.clientWidth, body.clientHeight, ...rows.map(zone => zone.name)].join();
  if (body.dataset.list !== 'seen' || body.dataset.room !== room) {
    body.dataset.list = 'unseen';
    body.dataset.room = room;
  }
  if (!draw(root, store, size, rows, heat)) {
    body.dataset.list = 'seen';
    draw(root, store, size, rows, heat);
  }
  redraw(list, ...(rows.length === 0 ? [] : [asTable(rows)]));
}

function zoneRows(store, figures) {
  const now = new Map((figures?.zones ?? []).map(zone => [zone.id, zone]));
  const unknown = { present: null, entries_today: null, mean_stay_s: null };
  return store.zones.map(zone => ({ ...zone, ...(now.get(zone.id) ?? unknown), name: zone.name }));
}

/** Draws plan, heat and zones; true if every zone could be labelled with its name. */
function draw(root, store, size, rows, heat) {
  const scale = Math.min(root.clientWidth / size.width, root.clientHeight / size.height);
  if (!(scale > 0)) {
    return true;
  }
  const width = size.width * scale;
  const height = size.height * scale;
  const sheet = element('div', { class: 'sheet' });
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
  if (store.floor_plan?.image) {
    sheet.append(element('img', { src: store.floor_plan.image, alt: t('floor.image') }));
  }
  const isWarm = heat !== null && known(heat).thresholds !== null;
  if (isWarm) {
    sheet.append(heatCanvas(heat, scale));
  }
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', class: rows.length > MANY ? 'zones-many' : null });
  sheet.append(picture);
  const named = drawZones(picture, rows, scale, width, height);
  redraw(root, sheet);
  if (isWarm) {
    paint(root.querySelector('canvas'), heat);
  }
  return named;
}

/** Its pixels are painted once it is in its place: mostly the one that is there already shows the same heat. */
function heatCanvas(heat, scale) {
  const canvas = element('canvas', { width: heat.columns, height: heat.rows, 'aria-hidden': 'true', 'data-heat': known(heat).number });
  canvas.style.width = `${heat.columns * heat.cell_m * scale}px`;
  canvas.style.height = `${heat.rows * heat.cell_m * scale}px`;
  return canvas;
}

function paint(canvas, heat) {
  if (painted.has(canvas)) {
    return;
  }
  painted.add(canvas);
  const { thresholds } = known(heat);
  const pen = canvas.getContext('2d');
  heat.person_seconds.forEach((seconds, i) => {
    if (seconds > 0) {
      pen.fillStyle = RAMP[classOf(seconds, thresholds)];
      pen.fillRect(i % heat.columns, Math.floor(i / heat.columns), 1, 1);
    }
  });
}

/** What is found out about a heat once: its number, and its classes' thresholds. */
function known(heat) {
  if (!heats.has(heat)) {
    heats.set(heat, { number: ++number, thresholds: thresholdsOf(heat) });
  }
  return heats.get(heat);
}

/** Upper bounds of all classes but the last, in person-seconds per cell; null if nothing was measured. */
function thresholdsOf(heat) {
  // A single cell where somebody stood all day must not turn the rest pale.
  const sorted = heat.person_seconds.filter(seconds => seconds > 0).sort((a, b) => a - b);
  if (sorted.length === 0) {
    return null;
  }
  const top = sorted[Math.floor((sorted.length - 1) * 0.99)];
  return SHARES.map(part => part * top);
}

function classOf(seconds, thresholds) {
  const found = thresholds.findIndex(bound => seconds <= bound);
  return found < 0 ? RAMP.length - 1 : found;
}

export function showLegend(root, heat) {
  const thresholds = heat === null ? null : known(heat).thresholds;
  if (thresholds === null) {
    redraw(root, element('li', {}, t('floor.cold')));
    return;
  }
  const perM2 = seconds => count(Math.max(1, seconds / 60 / (heat.cell_m * heat.cell_m)));
  const swatches = RAMP.map((colour, i) => {
    const low = i === 0 ? '0' : perM2(thresholds[i - 1]);
    const words = i < thresholds.length
      ? t('floor.unit', { low, high: perM2(thresholds[i]) })
      : t('floor.unit.top', { low });
    const swatch = element('span', { class: 'swatch', title: words, role: 'img', 'aria-label': words });
    swatch.style.backgroundColor = colour;
    return swatch;
  });
  redraw(root, element('li', { class: 'ramp' }, t('floor.less'), ...swatches,
    `${t('floor.more')} (${t('floor.unit.top', { low: perM2(thresholds.at(-1)) })})`));
}

function drawZones(picture, rows, scale, width, height) {
  const boxes = rows.map(zone => box(zone, scale));
  for (const zone of rows) {
    const corners = zone.polygon.map(([x, y]) => `${x * scale},${y * scale}`).join(' ');
    picture.append(svg('polygon', { class: `zone zone-${zone.kind}`, points: corners }));
  }
  const taken = [];
  // Small zones choose first: large ones have other places for their label.
  const order = rows.map((_, i) => i).sort((i, j) => area(boxes[i]) - area(boxes[j]));
  return order.map(i => label(picture, rows[i], boxes[i], boxes, taken, { left: 0, top: 0, right: width, bottom: height }))
    .every(named => named);
}

function box(zone, scale) {
  const xs = zone.polygon.map(([x]) => x * scale);
  const ys = zone.polygon.map(([, y]) => y * scale);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function area(each) {
  return (each.right - each.left) * (each.bottom - each.top);
}

/** Puts the fullest label that has room; true if it holds the zone's name. */
function label(picture, zone, own, boxes, taken, sheet) {
  const size = letter();
  const now = zone.present === null ? [] : [[count(zone.present), size * 1.9, 'bold']];
  const visits = zone.entries_today === null ? [] : [[`${count(zone.entries_today)} ${t('floor.entries')}`, size * 1.05, 'normal']];
  const name = [[zone.name, size * 1.15, 'bold']];
  const words = zone.name.split(/\s+/).map(word => [word, size * 1.15, 'bold']);
  const attempts = [[...name, ...now, ...visits], [...words, ...now, ...visits], [...name, ...now], [...words, ...now], name, words];
  for (const lines of attempts) {
    if (place(picture, lines, own, boxes, taken, sheet)) {
      return true;
    }
  }
  const small = now.map(([text]) => [text, size * 1.05, 'bold']);
  place(picture, now, own, boxes, taken, sheet) || place(picture, small, own, boxes, taken, sheet);
  return false;
}

function place(picture, lines, own, boxes, taken, sheet) {
  if (lines.length === 0) {
    return false;
  }
  const padding = 4;
  const wide = Math.max(...lines.map(([text, size, weight]) => textWidth(text, size, weight))) + 2 * padding;
  const high = lines.reduce((sum, [, size]) => sum + size * 1.12, 0) + 2 * padding;
  const left = within((own.left + own.right - wide) / 2, sheet.left, sheet.right - wide);
  const top = within((own.top + own.bottom - high) / 2, sheet.top, sheet.bottom - high);
  const spot = { left, top, right: left + wide, bottom: top + high };
  const inside = wide <= own.right - own.left && high <= own.bottom - own.top;
  const modest = wide <= 1.6 * (own.right - own.left) && high <= 1.3 * (own.bottom - own.top);
  const free = inside || (modest && boxes.every(each => each === own || !overlap(each, spot)));
  if (!free || taken.some(each => overlap(each, spot))) {
    return false;
  }
  taken.push(spot);
  write(picture, lines, spot, padding);
  return true;
}

function write(picture, lines, spot, padding) {
  picture.append(svg('rect', {
    class: 'label-back', x: spot.left, y: spot.top, width: spot.right - spot.left, height: spot.bottom - spot.top, rx: 6,
  }));
  let y = spot.top + padding;
  for (const [text, size, weight] of lines) {
    picture.append(svg('text', {
      class: 'label', x: (spot.left + spot.right) / 2, y: y + size * 0.9, 'font-size': size, 'font-weight': weight, 'text-anchor': 'middle',
    }, text));
    y += size * 1.12;
  }
}

function within(value, low, high) {
  return Math.max(low, Math.min(value, high));
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function asTable(rows) {
  const head = ['floor.zone', 'floor.present', 'floor.entries', 'floor.stay'].map(key => element('th', { scope: 'col' }, t(key)));
  const sorted = [...rows].sort((a, b) => (b.present ?? -1) - (a.present ?? -1) || (b.entries_today ?? -1) - (a.entries_today ?? -1));
  const large = rows.some(zone => zone.present >= LARGE || zone.entries_today >= LARGE);
  return element('table', { class: large ? 'large-numbers' : null },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...sorted.map(zone => element('tr', {},
      element('th', { scope: 'row' }, element('span', { class: 'zone-name', title: zone.name }, zone.name)),
      element('td', {}, count(zone.present)),
      element('td', {}, count(zone.entries_today)),
      element('td', {}, stay(zone.mean_stay_s))))));
}
