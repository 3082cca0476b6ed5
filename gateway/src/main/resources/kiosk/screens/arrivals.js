// When people came, by the quarter of an hour, and how long they stayed, by the hour.
import { colour, draw, forget, nameAxis, valueAxis } from '../chart.js';
import { metricName, valueOf } from '../exception.js';
import { clock, count, percent } from '../format.js';
import { element } from '../page.js';
import { iso, readRows } from '../rows.js';
import { t } from '../text.js';
import * as lengths from './lengths.js';
import { rowsButton } from './funnel.js';
import { showRows } from './rows-dialog.js';
import { ENOUGH } from './week.js';

const STAYS = ['dwell.mean', 'dwell.median', 'dwell.p90'];

/** Two panels of one day; `read` fetches, `show` paints again. */
export function open({ store }) {
  const part = {
    came: element('div', { class: 'small-chart', 'aria-hidden': 'true' }),
    cameWords: element('p', { class: 'quiet' }),
    stayed: element('div', { class: 'small-chart', 'aria-hidden': 'true' }),
    stayedWords: element('dl', { class: 'facts' }),
    stayedNote: element('p', { class: 'quiet' }),
    hourly: element('h3', { 'data-text': 'stays.hourly' }),
  };
  const spread = lengths.open({ store });
  const panels = [
    panel('day-arrivals', 'arrivals.title', part.cameWords, part.came),
    panel('day-stays', 'stays.title', part.stayedWords, ...spread.parts, part.hourly, part.stayedNote, part.stayed),
  ];
  let found = null;

  async function read(span, stillWanted) {
    const whole = { scope: 'store', from: iso(span.from), to: iso(span.to) };
    const [quarters, stays, spans] = await Promise.all([
      readRows({ ...whole, metric: 'footfall', grain: '15m' }),
      readRows({ ...whole, metric: [...STAYS, 'dwell.n'], grain: ['hour', 'day'] }),
      lengths.read(span),
    ]);
    if (stillWanted()) {
      found = { ...span, quarters: quarters.filter(row => row.state !== 'closed' || row.value > 0), stays };
      spread.take(spans, span);
      show();
    }
  }

  function show() {
    if (found === null) {
      return;
    }
    spread.show();
    part.cameWords.replaceChildren(...arrivalsInWords(found.quarters));
    paint(part.came, found.quarters, 'footfall', count);
    const hours = found.stays.filter(row => row.metric === 'dwell.mean' && Date.parse(row.end) - Date.parse(row.start) <= 3_600_000 && row.value !== null);
    const days = new Map(found.stays.filter(row => Date.parse(row.end) - Date.parse(row.start) > 3_600_000).map(row => [row.metric, row]));
    part.stayedWords.replaceChildren(...[...STAYS, 'dwell.n'].filter(metric => days.get(metric)?.value != null).map(metric => element('div', { 'data-metric': metric },
      element('dt', {}, metricName(metric)), element('dd', {}, rowsButton(valueOf(metric, days.get(metric).value), store, metric, 'store', found.from, found.to)))));
    part.stayedNote.replaceChildren(t(days.has('dwell.median') ? 'stays.heard' : 'stays.mean'));
    paint(part.stayed, hours, 'dwell.mean', seconds => valueOf('dwell.mean', seconds));
  }

  function paint(root, rows, metric, words) {
    if (rows.length === 0) {
      forget(root);
      root.replaceChildren(element('p', { class: 'empty' }, t('rows.none')));
      return;
    }
    draw(root, {
      xAxis: nameAxis(rows.map(row => clock(Date.parse(row.start)))),
      yAxis: valueAxis(words),
      series: [{ type: 'bar', barWidth: '80%', data: rows.map(row => ({ value: row.value, itemStyle: { color: ENOUGH.has(row.state) ? colour('today') : '#8b95a1' } })) }],
    }, event => {
      const row = rows[event.dataIndex];
      showRows(store, metric, 'store', Date.parse(row.start), Date.parse(row.end));
    }).catch(() => root.replaceChildren(element('p', { class: 'empty' }, t('exceptions.nochart'))));
  }

  return {
    panels, read, show,
    close() {
      [part.came, part.stayed].forEach(forget);
      spread.close();
    },
  };
}

/** By when a quarter, half and three quarters of the day's people had come, and the busiest quarter of an hour. */
function arrivalsInWords(rows) {
  const total = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
  if (total === 0) {
    return [t('hours.none')];
  }
  const by = share => {
    let so = 0;
    const row = rows.find(each => (so += each.value ?? 0) >= share * total);
    return clock(Date.parse(row.end));
  };
  const busiest = rows.reduce((most, row) => ((row.value ?? 0) > (most.value ?? 0) ? row : most));
  return [t('arrivals.told', {
    quarter: by(0.25), half: by(0.5), most: by(0.75), from: clock(Date.parse(busiest.start)), to: clock(Date.parse(busiest.end)),
    n: count(busiest.value), share: percent(busiest.value / total),
  })];
}

function panel(id, title, ...body) {
  return element('section', { class: `panel ${id}`, 'aria-labelledby': id }, element('div', { class: 'panel-head' }, element('h2', { id, 'data-text': title })), ...body);
}
