// The floor over any span of today or yesterday: where time was spent, what each zone did, the ways between, the queues.
import { valueOf } from '../exception.js';
import * as floor from '../floor.js';
import { clock, count, instantOf, shiftDay, stay, UNKNOWN } from '../format.js';
import { element, say } from '../page.js';
import { iso, readRows } from '../rows.js';
import { t } from '../text.js';
import { showRows } from './rows-dialog.js';
import { arrows, SHOWN_FLOWS } from './ways.js';

const QUARTER = 900_000;
/** Lengths of the window that is moved through the day, in quarters; 0 is the whole day. */
const LENGTHS = [0, 1, 4, 8, 16];
const EVERY_MS = 30_000;
const REST_MS = 180;
/** Below this share of the average a zone is called dead. */
const DEAD = 0.3;

export function open(root, { store, stream }) {
  const state = { back: 0, length: 0, at: 0, flows: true, heat: null, ways: [], rows: [], span: null };
  const part = build(root, state);
  let waiting = null;
  let asked = 0;

  function dayStart() {
    return instantOf(shiftDay(stream.figures.business_day, -state.back), store.business_day_start);
  }

  function dayEnd() {
    return instantOf(shiftDay(stream.figures.business_day, 1 - state.back), store.business_day_start);
  }

  function spanNow() {
    const start = dayStart();
    const end = dayEnd();
    if (state.length === 0) {
      return [start, end];
    }
    const at = start + state.at * QUARTER;
    return [at, Math.min(at + state.length * QUARTER, end)];
  }

  /** The scrubber covers the day as far as it has come. */
  function setScrubber() {
    const start = dayStart();
    const until = state.back === 0 ? Math.min(stream.now(), dayEnd()) : dayEnd();
    const last = Math.max(0, Math.ceil((until - start) / QUARTER) - Math.max(1, state.length));
    part.scrubber.max = String(last);
    part.scrubber.disabled = state.length === 0;
    state.at = Math.min(state.at, last);
    part.scrubber.value = String(state.at);
    const [from, to] = spanNow();
    const words = state.length === 0 ? t('floor.whole') : `${clock(from)}–${clock(to)}`;
    say(part.span, words);
    part.scrubber.setAttribute('aria-valuetext', words);
  }

  function ask(rest = REST_MS) {
    if (stream.figures === null) {
      return;
    }
    setScrubber();
    clearTimeout(waiting);
    waiting = setTimeout(read, rest);
  }

  async function read() {
    const mine = ++asked;
    const [from, to] = spanNow();
    const query = new URLSearchParams({ from: iso(from), to: iso(to) });
    try {
      const [heat, ways, rows] = await Promise.all([
        fetch(`/api/v1/heatmap?${query}`).then(answer => answer.json()),
        fetch(`/api/v1/flows?${query}`).then(answer => answer.json()),
        zoneRows(store, from, to, state.length),
      ]);
      if (mine === asked) {
        Object.assign(state, { heat, ways: ways.measurements ?? [], rows, span: [from, to] });
        show();
      }
    } catch {
      // The line's own state says that the gateway is away; what was shown stays.
    }
  }

  function show() {
    if (state.span === null) {
      return;
    }
    const told = summarise(store, stream.figures, state);
    floor.showLegend(part.legend, state.heat);
    floor.show(part.plan, part.unseen, part.body, store, { zones: told.zones }, state.heat);
    if (state.flows) {
      arrows(part.plan, store, told.ways);
    }
    part.side.replaceChildren(queues(told), zoneTable(told, store, state.span), deadZones(told), wayTable(told));
  }

  for (const button of part.days) {
    button.addEventListener('click', () => {
      state.back = Number(button.value);
      part.days.forEach(each => each.setAttribute('aria-pressed', String(each === button)));
      ask(0);
    });
  }
  part.length.addEventListener('change', () => {
    const was = state.length;
    state.length = Number(part.length.value);
    if (was === 0) {
      state.at = Number.MAX_SAFE_INTEGER;
    }
    ask(0);
  });
  part.scrubber.addEventListener('input', () => {
    state.at = Number(part.scrubber.value);
    ask();
  });
  part.flows.addEventListener('change', () => {
    state.flows = part.flows.checked;
    show();
  });
  const timer = setInterval(() => ask(0), EVERY_MS);
  const sizes = new ResizeObserver(() => show());
  sizes.observe(part.plan);
  let begun = false;
  return {
    figures() {
      if (!begun && stream.figures !== null) {
        begun = true;
        ask(0);
      }
    },
    resized: show,
    tick() {},
    close() {
      clearInterval(timer);
      clearTimeout(waiting);
      sizes.disconnect();
    },
  };
}

function build(root, state) {
  const part = {
    days: [0, 1].map(back => element('button', { type: 'button', value: String(back), 'aria-pressed': String(back === 0), 'data-text': back === 0 ? 'floor.today' : 'floor.yesterday' })),
    length: element('select', { id: 'floor-length' }, ...LENGTHS.map(length =>
      element('option', { value: String(length) }, length === 0 ? t('floor.whole') : length < 4 ? t('unit.minute', { n: 15 * length }) : t('unit.hour', { n: length / 4 })))),
    scrubber: element('input', { type: 'range', id: 'floor-scrubber', min: '0', max: '0', step: '1', 'data-label': 'floor.scrub' }),
    span: element('output', { class: 'span', for: 'floor-scrubber' }),
    flows: element('input', { type: 'checkbox', id: 'floor-flows', checked: state.flows }),
    legend: element('ul', { class: 'legend' }),
    plan: element('div', { class: 'plan', id: 'floor-plan' }),
    unseen: element('div', { class: 'unseen' }),
    side: element('div', { class: 'floor-side' }),
  };
  part.body = element('div', { class: 'floor-body' }, part.plan);
  root.append(
    element('form', { class: 'controls' },
      element('div', { class: 'choice', role: 'group', 'data-label': 'floor.which' }, ...part.days),
      element('label', { for: 'floor-length' }, element('span', { 'data-text': 'floor.length' }), part.length),
      element('label', { class: 'scrub', for: 'floor-scrubber' }, part.span, part.scrubber),
      element('label', { class: 'check', for: 'floor-flows' }, part.flows, element('span', { 'data-text': 'floor.flows' }))),
    element('div', { class: 'floor-screen' },
      element('section', { class: 'panel', 'aria-labelledby': 'floor-title' },
        element('div', { class: 'panel-head' }, element('h2', { id: 'floor-title', 'data-text': 'floor.spent' }), part.legend), part.body, part.unseen),
      element('section', { class: 'panel', 'data-label': 'floor.list' }, part.side)));
  root.querySelector('form').addEventListener('submit', event => event.preventDefault());
  return part;
}

/** Rows of all zones in the span: of the day as a whole where that is what is shown, else its quarters. */
function zoneRows(store, from, to, length) {
  if (store.zones.length === 0) {
    return [];
  }
  const metric = ['zone.entries', 'person-seconds', 'heat-index', 'occupancy.max', 'dwell.mean'];
  return readRows({ metric, scope: store.zones.map(zone => `zone:${zone.id}`), grain: length === 0 ? 'day' : '15m', from: iso(from), to: iso(to) });
}

function summarise(store, figures, { rows, ways, length, back }) {
  const of = (zone, metric) => rows.filter(row => row.scope === `zone:${zone.id}` && row.metric === metric && row.value !== null).map(row => row.value);
  const sum = values => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0));
  const now = new Map((figures?.zones ?? []).map(zone => [zone.id, zone.present]));
  const zones = store.zones.map(zone => {
    const visits = sum(of(zone, 'zone.entries'));
    const seconds = sum(of(zone, 'person-seconds'));
    const most = of(zone, 'occupancy.max');
    return {
      ...zone,
      present: back === 0 ? now.get(zone.id) ?? null : null,
      entries_today: visits,
      seconds,
      mean_stay_s: visits === null || seconds === null || visits === 0 ? null : seconds / visits,
      most: most.length === 0 ? null : Math.max(...most),
      index: length === 0 ? of(zone, 'heat-index')[0] ?? null : null,
    };
  });
  if (length !== 0) {
    fillIndex(zones);
  }
  const named = id => store.zones.find(zone => zone.id === id);
  const arrowsOf = ways.filter(row => row.value !== null).map(row => {
    const [from, to] = row.scope.slice('flow:'.length).split('>');
    return { from: named(from), to: named(to), n: row.value };
  }).filter(way => way.from !== undefined && way.to !== undefined);
  return { zones, ways: arrowsOf.sort((a, b) => b.n - a.n), back };
}

/** The heat index of a span by its definition: a zone's share of the time over its share of the area. */
function fillIndex(zones) {
  const known = zones.filter(zone => zone.seconds !== null);
  const seconds = known.reduce((sum, zone) => sum + zone.seconds, 0);
  const area = known.reduce((sum, zone) => sum + areaOf(zone.polygon), 0);
  for (const zone of known) {
    zone.index = seconds === 0 || area === 0 ? null : zone.seconds / seconds / (areaOf(zone.polygon) / area);
  }
}

function areaOf(polygon) {
  return Math.abs(polygon.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

function block(key, ...children) {
  return element('div', { class: 'block' }, element('h3', {}, t(key)), ...children);
}

function queues({ zones, back }) {
  const lines = zones.filter(zone => zone.kind === 'queue');
  if (lines.length === 0) {
    return '';
  }
  return block('floor.queue', ...lines.map(zone => element('dl', { class: 'queue' },
    element('dt', {}, zone.name),
    element('dd', {}, back === 0 ? element('strong', {}, count(zone.present)) : '', back === 0 ? ` ${t('floor.queue.now')} · ` : '',
      element('strong', {}, count(zone.most)), ` ${t('floor.queue.most')}`))));
}

function zoneTable({ zones }, store, span) {
  const head = ['floor.zone', 'floor.entries', 'floor.stay', 'floor.most', 'floor.index'].map(key => element('th', { scope: 'col' }, t(key)));
  const sorted = [...zones].sort((a, b) => (b.seconds ?? -1) - (a.seconds ?? -1));
  return element('table', { class: 'plain' }, element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...sorted.map(zone => {
      const open = element('button', { type: 'button', class: 'figure-link', title: t('rows.open') }, count(zone.entries_today));
      open.addEventListener('click', () => showRows(store, 'zone.entries', `zone:${zone.id}`, ...span));
      return element('tr', { 'data-zone': zone.id }, element('th', { scope: 'row' }, zone.name), element('td', {}, open),
        element('td', {}, stay(zone.mean_stay_s)), element('td', {}, count(zone.most)),
        element('td', {}, zone.index === null ? UNKNOWN : valueOf('heat-index', zone.index)));
    })));
}

function deadZones({ zones }) {
  const dead = zones.filter(zone => zone.kind === 'display' && zone.index !== null && zone.index < DEAD);
  const judged = zones.some(zone => zone.index !== null);
  const words = !judged ? t('floor.dead.unknown') : dead.length === 0 ? t('floor.dead.none') : dead.map(zone => zone.name).join(', ');
  return block('floor.dead', element('p', { class: dead.length > 0 ? 'dead' : 'quiet' }, words), element('p', { class: 'quiet' }, t('floor.dead.rule', { n: valueOf('heat-index', DEAD) })));
}

function wayTable({ ways }) {
  if (ways.length === 0) {
    return block('floor.flows', element('p', { class: 'quiet' }, t('floor.flows.none')));
  }
  return block('floor.flows', element('ol', { class: 'way-list' }, ...ways.slice(0, SHOWN_FLOWS).map(way =>
    element('li', {}, element('span', {}, `${way.from.name} → ${way.to.name}`), element('strong', {}, count(way.n))))));
}
