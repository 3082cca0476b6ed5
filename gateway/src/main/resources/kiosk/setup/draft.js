// The set-up as it is being changed: a draft, what it was made from, and how two people's changes come together.

/** Coordinates snap to the finest of these grids, in metres, that a hand can tell apart. */
const GRIDS_M = [0.1, 0.25, 0.5, 1];
const APART_PX = 3;
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const KINDS = ['display', 'queue', 'staff', 'outside'];

export function copy(draft) {
  return structuredClone(draft);
}

export function same(a, b) {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])]))
    : value;
}

/** What I changed on top of what they changed: where both changed the same thing, mine. */
export function merge(base, mine, theirs) {
  const pick = key => (same(base[key], mine[key]) ? theirs[key] : mine[key]);
  return {
    capacity: pick('capacity'),
    floor_plan: pick('floor_plan'),
    hours: mergeEntries(base.hours, mine.hours, theirs.hours),
    exceptions: mergeEntries(base.exceptions, mine.exceptions, theirs.exceptions),
    places: mergeEntries(base.places, mine.places, theirs.places),
    zones: mergeItems(base.zones, mine.zones, theirs.zones),
    lines: mergeItems(base.lines, mine.lines, theirs.lines),
  };
}

function mergeEntries(base, mine, theirs) {
  const merged = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = same(base[key] ?? null, mine[key] ?? null) ? theirs[key] : mine[key];
    if (value !== undefined) {
      merged[key] = value;
    }
  }
  return merged;
}

function mergeItems(base, mine, theirs) {
  const byId = items => Object.fromEntries(items.map(item => [item.id, item]));
  return Object.values(mergeEntries(byId(base), byId(mine), byId(theirs)));
}

/** An id that neither the draft nor what it was made from uses. */
export function freeId(prefix, ...lists) {
  const used = new Set(lists.flat().map(item => item.id));
  let n = 1;
  while (used.has(`${prefix}-${n}`)) {
    n++;
  }
  return `${prefix}-${n}`;
}

/** @param scale pixels per metre */
export function snap(metres, scale) {
  const grid = GRIDS_M.find(each => each * scale >= APART_PX) ?? GRIDS_M.at(-1);
  // Adding 0 makes 0 of -0.
  return Number((Math.round(metres / grid) * grid).toFixed(2)) + 0;
}

/** Corners as people type them: pairs of numbers with anything else between; null for what is none. */
export function parseCorners(text) {
  const numbers = (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  return numbers.length % 2 === 1 ? null : Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);
}

export function writeCorners(corners) {
  return corners.map(([x, y]) => `${x} ${y}`).join(', ');
}

export function rectangle([x1, y1], [x2, y2]) {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  return [[left, top], [right, top], [right, bottom], [left, bottom]];
}

/** Width and height of a draft's plan in metres; null if it has none, or none that can be drawn yet. */
export function planSize({ floor_plan: { width_m: width, height_m: height } }) {
  const size = { width: Number(width), height: Number(height) };
  return width !== '' && size.width > 0 && size.height > 0 ? size : null;
}

/** The height of a picture that is so many metres wide; as written in the configuration. */
export function heightOf(width, aspect) {
  return aspect === null || !(Number(width) > 0) ? null : String(Number((Number(width) * aspect).toFixed(2)));
}
