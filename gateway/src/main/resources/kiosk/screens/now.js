// What a manager looks at first: four tiles, today by hour, the floor, and what is out of the ordinary.
import { exceptionLine } from '../exception.js';
import * as floor from '../floor.js';
import * as hours from '../hours.js';
import { element } from '../page.js';
import { hourRows } from '../rows.js';
import { current, t } from '../text.js';
import * as tiles from '../tiles.js';

const HEAT_EVERY_MS = 60_000;
const PICTURES_EVERY_MS = 900;
const FORECAST_AFTER_MS = 1_500;
const FORECAST_EVERY_MS = 300_000;
const SHOWN_EXCEPTIONS = 2;

export function open(root, { store, stream }) {
  const part = build(root);
  const drawn = new Map();
  let heat = null;
  let forecast = [];
  let later = null;
  let resizes = 0;

  /**
   * Pictures are drawn again only if what they show, their size or the language is another: most events change a number. Where
   * events come closer together than anybody looks, they may wait a little.
   */
  function isNew(picture, shown, atMostEvery = PICTURES_EVERY_MS) {
    const place = `${current()} ${resizes}`;
    const key = JSON.stringify(shown);
    const before = drawn.get(picture);
    const now = performance.now();
    if (before?.place === place && before.key === key) {
      return false;
    }
    if (before?.place === place && now - before.at < atMostEvery) {
      later ??= setTimeout(() => {
        later = null;
        showPictures();
      }, before.at + atMostEvery - now);
      return false;
    }
    drawn.set(picture, { place, key, at: now });
    return true;
  }

  function showPictures() {
    const figures = stream.figures;
    if (figures !== null && isNew('hours', [figures.hours, figures.yesterday_hours, figures.opening, runningHour(figures), forecast])) {
      hours.showLegend(part.hoursLegend, figures, forecast);
      hours.show(part.hoursChart, figures, stream.now(), forecast);
    }
    if (isNew('floor', [figures?.zones, heat])) {
      floor.showLegend(part.floorLegend, heat);
      floor.show(part.plan, part.zoneList, part.floorBody, store, figures, heat);
    }
    if (figures !== null && isNew('exceptions', figures.alerts, 0)) {
      showExceptions(part.exceptions, figures.alerts, store);
    }
  }

  function runningHour(figures) {
    return figures.hours.findIndex(row => stream.now() < Date.parse(row.end));
  }

  async function readHeat() {
    try {
      const answer = await fetch('/api/v1/heatmap');
      if (answer.ok) {
        heat = await answer.json();
        drawn.delete('floor');
        showPictures();
      }
    } catch {
      // The line's own state says that the gateway is away; the old heat stays.
    }
  }

  async function readForecast() {
    if (stream.figures === null) {
      return;
    }
    try {
      const rows = await hourRows(stream.figures);
      forecast = rows.filter(row => row.metric === 'forecast.footfall');
      drawn.delete('hours');
      showPictures();
    } catch {
      // A ghost that cannot be had is not drawn.
    }
  }

  function resized() {
    resizes++;
    showPictures();
  }

  readHeat();
  const sizes = new ResizeObserver(resized);
  [part.hoursChart, part.plan].forEach(each => sizes.observe(each));
  const timers = [setInterval(readHeat, HEAT_EVERY_MS), setInterval(readForecast, FORECAST_EVERY_MS)];
  // Not with the first load: the figures come first.
  const first = setTimeout(readForecast, FORECAST_AFTER_MS);
  return {
    figures: showPictures,
    resized,
    tick: () => tiles.show(stream.figures, stream.stale(), stream.age() === null ? null : stream.age() / 1000),
    close() {
      timers.forEach(clearInterval);
      clearTimeout(first);
      clearTimeout(later);
      sizes.disconnect();
    },
  };
}

function build(root) {
  const part = {
    tiles: element('section', { id: 'tiles', class: 'tiles', 'data-label': 'tiles.label' }),
    exceptions: element('section', { id: 'exceptions', class: 'exception-strip', 'data-label': 'exceptions.label' }),
    hoursLegend: element('ul', { class: 'legend', id: 'hours-legend' }),
    hoursChart: element('div', { class: 'chart', id: 'hours-chart' }),
    floorLegend: element('ul', { class: 'legend', id: 'floor-legend' }),
    plan: element('div', { class: 'plan', id: 'plan' }),
    zoneList: element('div', { class: 'zone-list', id: 'zone-list', tabindex: '0', role: 'region', 'data-label': 'floor.list' }),
  };
  part.floorBody = element('div', { class: 'floor-body', id: 'floor-body' }, part.plan, part.zoneList);
  part.hours = panel('hours', 'hours.title', part.hoursLegend, part.hoursChart);
  part.floor = panel('floor', 'floor.title', part.floorLegend, part.floorBody);
  root.append(part.tiles, part.exceptions, part.hours, part.floor);
  tiles.build(part.tiles);
  return part;
}

function panel(id, title, legend, body) {
  return element('section', { id, class: 'panel', 'aria-labelledby': `${id}-title` },
    element('div', { class: 'panel-head' }, element('h2', { id: `${id}-title`, 'data-text': title }), legend), body);
}

function showExceptions(root, alerts, store) {
  if (alerts.length === 0) {
    root.replaceChildren(element('p', { class: 'quiet-line' }, t('exceptions.none')));
    return;
  }
  const more = alerts.length - SHOWN_EXCEPTIONS;
  root.replaceChildren(...alerts.slice(0, SHOWN_EXCEPTIONS).map(alert => exceptionLine(alert, store)),
    element('a', { href: '#/exceptions', class: 'more' }, more > 0 ? t('exceptions.more', { n: more }) : t('exceptions.open')));
}
