// The four tiles: number, how sure, how it compares, and in words why it may not be trusted.
import { count, minutes, percent, share, signedCount, signedMinutes, signedPercent, UNKNOWN, weekday, age } from './format.js';
import { element, say } from './page.js';
import { reason } from './reason.js';
import { t } from './text.js';

const FIGURES = ['occupancy', 'arrivals_last_60m', 'footfall_today', 'dwell_today'];
const NEAR = 0.85;
let tiles = new Map();

export function build(root) {
  tiles = new Map();
  for (const name of FIGURES) {
    const tile = element('article', { class: 'tile', 'data-figure': name, 'aria-labelledby': `tile-${name}` },
      element('div', { class: 'tile-head' },
        element('h2', { id: `tile-${name}` }), element('span', { class: 'age' })),
      element('p', { class: 'figure' },
        element('span', { class: 'value' }), element('span', { class: 'unit' }), element('span', { class: 'unseen unknown' }),
        element('span', { class: 'band' }, element('span', { class: 'band-word' }), element('span', { class: 'band-range' }))),
      element('p', { class: 'note' }),
      element('div', { class: 'limit', hidden: true },
        element('span', { class: 'limit-bar', 'aria-hidden': 'true' }, element('span', { class: 'limit-fill' })),
        element('span', { class: 'limit-word' })),
      element('p', { class: 'delta' },
        element('span', { class: 'change' },
          element('span', { class: 'change-value' }), ' ', element('span', { class: 'change-ratio' })),
        element('span', { class: 'reference' })),
      element('p', { class: 'week' }, ...['week-last', 'week-four'].flatMap(each => [
        element('span', { class: each }, element('span', { class: 'week-value' }), ' ', element('span', { class: 'week-ratio' })), ' '])));
    tiles.set(name, tile);
    root.append(tile);
  }
}

/** Shows the figures, `old` seconds after they were true; `stale` is null while they are live, else their age in seconds. */
export function show(figures, stale, old) {
  for (const name of FIGURES) {
    say(part(tiles.get(name), 'age'), old === null ? '' : t('tile.ago', { age: age(old) }));
    showTile(tiles.get(name), name, figures?.[name] ?? null, figures?.business_day, stale);
  }
}

function part(tile, name) {
  return tile.querySelector(`.${name}`);
}

function showTile(tile, name, figure, day, stale) {
  say(tile.querySelector('h2'), t(`tile.${name}`));
  const isStay = name === 'dwell_today';
  showNumber(tile, figure, isStay);
  showNote(tile, figure, stale);
  showLimit(tile, figure);
  showDelta(tile, figure, isStay);
  showWeek(tile, figure, isStay, day);
}

function showNumber(tile, figure, isStay) {
  const value = figure?.value ?? null;
  const shown = isStay ? minutes(value) : { value: count(value), unit: '' };
  say(part(tile, 'value'), shown.value);
  part(tile, 'value').dataset.length = String(shown.value.length);
  say(part(tile, 'unknown'), value === null ? t('tile.unknown') : '');
  say(part(tile, 'unit'), shown.unit);
  showBand(part(tile, 'band'), figure, isStay);
}

function showBand(band, figure, isStay) {
  const known = figure !== null && figure.low !== null && figure.high !== null;
  band.hidden = !known;
  if (known) {
    const low = isStay ? minutes(figure.low).value : count(Math.max(0, figure.low));
    const high = isStay ? minutes(figure.high).value : count(figure.high);
    say(part(band, 'band-word'), t('tile.band'));
    say(part(band, 'band-range'), `${low}–${high}`);
  }
}

function showNote(tile, figure, stale) {
  const words = note(figure, stale);
  const closed = stale === null && figure?.state === 'closed';
  const trusted = stale === null && (figure === null || figure.state === 'valid');
  tile.dataset.trust = closed ? 'closed' : trusted ? 'live' : 'not';
  say(part(tile, 'note'), words);
  part(tile, 'note').title = words;
}

function note(figure, stale) {
  if (figure === null) {
    return '';
  }
  const parts = [];
  if (stale !== null) {
    parts.push(t('tile.age', { age: age(stale) }));
  }
  if (figure.state !== 'valid') {
    parts.push(t(`state.${figure.state}`, { completeness: share(figure.completeness) }));
  }
  parts.push(reason(figure));
  return parts.filter(part => part !== '').join(' · ');
}

function showLimit(tile, figure) {
  const limit = part(tile, 'limit');
  const capacity = figure?.capacity ?? null;
  limit.hidden = capacity === null || figure.value === null;
  if (!limit.hidden) {
    const ratio = figure.value / capacity;
    const level = ratio >= 1 ? 'reached' : ratio >= NEAR ? 'near' : 'ok';
    limit.dataset.level = level;
    part(tile, 'limit-fill').style.width = `${Math.min(100, ratio * 100)}%`;
    say(part(tile, 'limit-word'), t(`limit.${level}`, { ratio: percent(ratio), capacity: count(capacity) }));
  }
}

function showDelta(tile, figure, isStay) {
  const compared = figure?.compare.yesterday ?? null;
  const change = part(tile, 'change');
  const known = compared !== null && compared.delta !== null;
  change.dataset.way = known ? way(compared.delta, isStay) : 'none';
  say(part(change, 'change-value'), known ? changeOf(compared, isStay) : UNKNOWN);
  say(part(change, 'change-ratio'), known ? ratioOf(compared) : '');
  say(part(tile, 'reference'), t(known ? 'tile.yesterday' : 'tile.yesterday.none'));
}

/** Smaller: the same weekday of last week, and the mean of the last four; on the first days there is neither. */
function showWeek(tile, figure, isStay, day) {
  const known = figure !== null && day !== undefined;
  const names = known ? { weekday: weekday(day) } : {};
  const { last_week: week, last_four: four } = known ? figure.compare : { last_week: null, last_four: null };
  const hasFour = known && four.delta !== null;
  showAgainst(part(tile, 'week-last'), week, t('tile.week', names), !known || hasFour ? '' : t('tile.week.none', names), isStay);
  showAgainst(part(tile, 'week-four'), four, t('tile.four'), '', isStay);
}

function showAgainst(place, compared, words, otherwise, isStay) {
  const known = compared !== null && compared.delta !== null;
  say(part(place, 'week-value'), known ? `${words} ${changeOf(compared, isStay)}` : otherwise);
  say(part(place, 'week-ratio'), known ? ratioOf(compared) : '');
}

function way(delta, isStay) {
  const seen = isStay ? Math.round(delta / 6) : Math.round(delta);
  return seen > 0 ? 'up' : seen < 0 ? 'down' : 'same';
}

function changeOf(compared, isStay) {
  return isStay ? signedMinutes(compared.delta) : signedCount(compared.delta);
}

function ratioOf(compared) {
  return compared.delta_ratio === null ? '' : `(${signedPercent(compared.delta_ratio)})`;
}
