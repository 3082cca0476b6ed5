// What is out of the ordinary: is it a fault or real, how far out, and who takes care of it.
import { colour, draw, forget, nameAxis, valueAxis } from '../chart.js';
import { limitsOf, metricName, natureOf, placeOf, spanOf, valueOf } from '../exception.js';
import { clock, shortDate } from '../format.js';
import { element, say } from '../page.js';
import { reason } from '../reason.js';
import { iso, readRows } from '../rows.js';
import { name, send } from '../session.js';
import { t } from '../text.js';

const EVERY_MS = 15_000;
const POINTS = 32;
const WEEKS = 12;
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const GRAINS = [['15m', 900_000], ['hour', 3_600_000], ['day', 86_400_000]];

export function open(root, { store, stream }) {
  const list = element('div', { class: 'exception-list' }, element('p', { class: 'empty' }, t('screen.reading')));
  root.append(element('section', { class: 'panel wide', 'aria-labelledby': 'exceptions-title' },
    element('div', { class: 'panel-head' }, element('h2', { id: 'exceptions-title', 'data-text': 'exceptions.title' }),
      element('p', { class: 'hint', 'data-text': 'exceptions.hint' })), list));
  let shown = '';
  let charts = [];
  let told = '';

  async function read() {
    try {
      const answer = await fetch('/api/v1/alerts');
      if (answer.ok) {
        show((await answer.json()).alerts);
      }
    } catch {
      // The line's own state says that the gateway is away.
    }
  }

  function show(alerts) {
    const key = JSON.stringify(alerts);
    // Somebody may be writing a note.
    if (key === shown || list.querySelector('details[open] form') !== null) {
      return;
    }
    shown = key;
    charts.forEach(forget);
    charts = [];
    list.replaceChildren(alerts.length === 0
      ? element('p', { class: 'empty good' }, t('exceptions.none'))
      : element('ul', { class: 'cards' }, ...alerts.map(alert => card(alert, store, charts, read))));
  }

  const timer = setInterval(read, EVERY_MS);
  return {
    /** A new exception is here with the figures; so is the end of one. */
    figures() {
      const open = JSON.stringify((stream.figures?.alerts ?? []).map(alert => [alert.id, alert.acknowledgement]));
      if (open !== told) {
        told = open;
        read();
      }
    },
    resized: () => charts.forEach(chart => chart.redraw?.()),
    tick() {},
    close() {
      clearInterval(timer);
      charts.forEach(forget);
    },
  };
}

function card(alert, store, charts, again) {
  const nature = natureOf(alert);
  const title = `${metricName(alert.metric)} · ${placeOf(alert.scope, store)}`;
  const told = element('li', { class: 'card alert', 'data-nature': nature, 'data-alert': alert.id },
    element('div', { class: 'card-head' }, element('h3', {}, title), element('span', { class: 'nature' }, t(`nature.${nature}`))),
    element('p', { class: 'alert-value' }, element('strong', {}, valueOf(alert.metric, alert.value)), ` ${limitsOf(alert)}`),
    element('p', { class: 'quiet' }, spanOf(alert)),
    element('p', { class: 'alert-reason' }, `${t(`nature.${nature}.advice`)} ${reason(alert)}`));
  if (alert.value !== null && (alert.low !== null || alert.high !== null)) {
    const chart = element('div', { class: 'control-chart', role: 'img', 'aria-label': t('exceptions.chart', { metric: title }) });
    told.append(controlLegend(alert), chart);
    charts.push(chart);
    drawControl(chart, alert);
  }
  told.append(care(alert, again));
  return told;
}

function controlLegend(alert) {
  const keys = [['value', t('exceptions.value')]];
  const centre = alert.low === null || alert.high === null ? null : (alert.low + alert.high) / 2;
  for (const [name, value] of [['ucl', alert.high], ['cl', centre], ['lcl', alert.low]]) {
    if (value !== null) {
      keys.push([name, `${t(`exceptions.${name}`)} ${valueOf(alert.metric, value)}`]);
    }
  }
  return element('ul', { class: 'legend' }, ...keys.map(([name, words]) =>
    element('li', {}, element('span', { class: `key line-${name}`, 'aria-hidden': 'true' }), words)));
}

async function drawControl(root, alert) {
  const [start, end] = [Date.parse(alert.start), Date.parse(alert.end)];
  const [grain, length] = GRAINS.find(([, span]) => end - start <= span * 1.05) ?? GRAINS[2];
  const weekly = alert.kind === 'anomaly' && grain !== 'day';
  const rows = await (weekly ? sameHourOfWeeks(alert, grain, start) : before(alert, grain, start - POINTS * length, end + 4 * length));
  const points = rows.filter(row => row.state !== 'closed').map(row => ({ at: Date.parse(row.start), value: row.value }));
  if (!points.some(point => point.at === start)) {
    points.push({ at: start, value: alert.value });
    points.sort((a, b) => a.at - b.at);
  }
  if (points.length === 1) {
    // Beside a single point there is room, or its limits would be lines without length.
    points.unshift({ at: null, value: null });
    points.push({ at: null, value: null });
  }
  const name = at => (at === null ? '' : weekly || grain === 'day' ? shortDate(at) : clock(at));
  const level = value => points.map(() => value);
  const rule = (value, type, name) => (value === null ? [] : [{
    type: 'line', name, data: level(value), symbol: 'none', silent: true, lineStyle: { color: colour(name === 'cl' ? 'good' : 'bad'), type, width: 2 },
  }]);
  const centre = alert.low === null || alert.high === null ? null : (alert.low + alert.high) / 2;
  const paint = () => draw(root, {
    xAxis: nameAxis(points.map(point => name(point.at))),
    yAxis: valueAxis(value => valueOf(alert.metric, value)),
    series: [
      ...rule(alert.high, 'dashed', 'ucl'), ...rule(centre, 'solid', 'cl'), ...rule(alert.low, 'dashed', 'lcl'),
      {
        type: 'line', name: 'value', showAllSymbol: true, lineStyle: { color: colour('today'), width: 3 }, connectNulls: false,
        data: points.map(point => ({
          value: point.value,
          symbol: point.at === start ? 'diamond' : 'circle',
          symbolSize: point.at === start ? 20 : 7,
          itemStyle: { color: colour(point.at === start ? 'bad' : 'today') },
        })),
      },
    ],
  }).catch(() => root.replaceChildren(element('p', { class: 'empty' }, t('exceptions.nochart'))));
  root.redraw = paint;
  await paint();
}

async function before(alert, grain, from, to) {
  try {
    return await readRows({ metric: alert.metric, scope: alert.scope, grain, from: iso(from), to: iso(to) });
  } catch {
    return [];
  }
}

/** Limits of an hour come from the same hour of the same weekday, so that is what it is shown among. */
async function sameHourOfWeeks(alert, grain, start) {
  const weeks = Array.from({ length: WEEKS }, (_, i) => start - (WEEKS - 1 - i) * WEEK_MS);
  // An hour to both sides: between a week and the next the clocks may have changed.
  const found = await Promise.all(weeks.map(at => before(alert, grain, at - HOUR_MS, at + HOUR_MS + 1)));
  return found.flatMap(rows => rows.filter(row => clock(Date.parse(row.start)) === clock(start)).slice(0, 1));
}

/** Who takes care of it, or the form to say so. */
function care(alert, again) {
  if (alert.acknowledgement !== null && alert.acknowledgement !== undefined) {
    const { owner, note, at } = alert.acknowledgement;
    return element('p', { class: 'cared' }, element('strong', {}, t('exceptions.cared', { owner, time: clock(Date.parse(at)) })), note === '' ? '' : ` ${note}`);
  }
  const told = element('p', { class: 'form-told', role: 'status' });
  const form = element('form', { class: 'acknowledge', autocomplete: 'off' },
    field(alert.id, 'owner', { required: true, maxlength: 100, type: 'text', value: name() }),
    field(alert.id, 'note', { maxlength: 1000, type: 'text' }),
    element('button', { type: 'submit' }, t('exceptions.acknowledge')), told);
  form.addEventListener('submit', event => {
    event.preventDefault();
    acknowledge(alert, form, told, again);
  });
  return element('details', { class: 'care' }, element('summary', {}, t('exceptions.take')), form);
}

function field(id, name, attributes) {
  return element('label', {}, element('span', {}, t(`exceptions.form.${name}`)), element('input', { name, id: `${name}-${id}`, ...attributes }));
}

async function acknowledge(alert, form, told, again) {
  const { owner, note } = form.elements;
  try {
    const answer = await send(`/api/v1/alerts/${encodeURIComponent(alert.id)}/acknowledgement`,
      { body: { owner: owner.value.trim(), note: note.value.trim() } });
    if (answer?.ok) {
      form.closest('details').open = false;
      await again();
      return;
    }
    say(told, t(answer === null ? 'login.needed' : 'exceptions.form.failed'));
  } catch {
    say(told, t('exceptions.form.failed'));
  }
}
