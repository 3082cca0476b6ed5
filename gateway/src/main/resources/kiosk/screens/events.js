// Promotions and whatever else may explain figures: before, during and after, against the same weekdays.
import { metricName, valueOf } from '../exception.js';
import { count, shiftDay, shortDate, signedPercent, UNKNOWN, weekday } from '../format.js';
import { element, say } from '../page.js';
import { iso, readRows } from '../rows.js';
import { t } from '../text.js';
import { send, whyNot } from '../write.js';
import { rowsButton } from './funnel.js';
import { ENOUGH, meanOf } from './week.js';

const METRICS = ['footfall', 'occupancy', 'dwell.mean', 'conversion'];
/** As many same weekdays are looked at on each side. */
const WEEKS = 4;

/** A panel that lists the markers and compares the chosen one; `startOf` tells when a business day begins. */
export function open({ store, stream, startOf }) {
  const part = build();
  let events = [];
  let chosen = null;
  let asked = 0;
  let shownDay = null;

  async function read() {
    try {
      const answer = await fetch('/api/v1/events');
      if (answer.ok) {
        events = (await answer.json()).events;
        choose(events.find(each => each.id === chosen) ?? best());
      }
    } catch {
      // The line's own state says that the gateway is away.
    }
  }

  /** What happened on the day that is shown, else what happened last before it. */
  function best() {
    return events.find(each => each.from <= shownDay && shownDay <= each.to) ?? events.find(each => each.from <= shownDay) ?? events[0] ?? null;
  }

  async function choose(event) {
    chosen = event?.id ?? null;
    part.list.replaceChildren(...events.map(entry));
    part.list.hidden = events.length === 0;
    part.none.hidden = events.length > 0;
    part.compared.replaceChildren();
    if (event === null) {
      return;
    }
    const mine = ++asked;
    try {
      const rows = await readRows({
        scope: 'store', grain: 'day', metric: METRICS,
        from: iso(startOf(shiftDay(event.from, -7 * WEEKS))), to: iso(startOf(shiftDay(event.to, 7 * WEEKS + 1))),
      });
      if (mine === asked) {
        part.compared.replaceChildren(...compared(event, rows));
      }
    } catch {
      part.compared.replaceChildren(element('p', { class: 'empty' }, t('day.failed')));
    }
  }

  function entry(event) {
    const days = event.from === event.to ? dayName(event.from) : `${dayName(event.from)} – ${dayName(event.to)}`;
    const pick = element('button', { type: 'button', 'aria-pressed': String(event.id === chosen) }, `${event.name} · ${days}`);
    pick.addEventListener('click', () => choose(event));
    const drop = element('button', { type: 'button', class: 'drop', 'aria-label': t('events.remove', { name: event.name }) }, '✕');
    drop.addEventListener('click', () => remove(event));
    return element('li', { 'data-event': event.id }, pick, drop);
  }

  async function remove(event) {
    if (confirm(t('events.remove', { name: event.name }))) {
      tell(await send('DELETE', `/api/v1/events/${event.id}`));
    }
  }

  async function add(submitted) {
    submitted.preventDefault();
    const { name, from, to } = part.form.elements;
    const done = await send('POST', '/api/v1/events', { name: name.value.trim(), from: from.value, to: to.value });
    if (done.result === 'kept') {
      chosen = done.answer.id;
      name.value = '';
    }
    tell(done);
  }

  function tell({ result }) {
    say(part.told, result === 'kept' ? '' : t(whyNot(result)));
    if (result === 'kept') {
      read();
    }
  }

  /** Business days of the marker, each with the same weekdays before and after; what still runs says nothing yet. */
  function compared(event, rows) {
    const today = stream.figures?.business_day ?? '9999';
    const other = day => events.some(each => each.id !== event.id && each.from <= day && day <= each.to);
    const byMetric = new Map(METRICS.map(metric => [metric, new Map()]));
    for (const row of rows) {
      const day = dayOf(row);
      if (day < today && row.value !== null && ENOUGH.has(row.state)) {
        byMetric.get(row.metric)?.set(day, row.value);
      }
    }
    const days = [];
    for (let day = event.from; day <= event.to; day = shiftDay(day, 1)) {
      days.push(day);
    }
    const lines = METRICS.map(metric => {
      const values = byMetric.get(metric);
      const near = (day, sign) => Array.from({ length: WEEKS + 14 }, (_, i) => shiftDay(day, sign * 7 * (i + 1)))
        .filter(each => (sign < 0 ? each < event.from : each > event.to) && !other(each) && values.has(each)).slice(0, WEEKS).map(each => values.get(each));
      return { metric, days: days.filter(day => values.has(day)).map(day => ({ day, value: values.get(day), before: meanOf(near(day, -1)), after: meanOf(near(day, 1)) })) };
    });
    const known = lines.filter(line => line.days.length > 0);
    return known.length === 0 ? [element('p', { class: 'empty' }, t('events.nothing'))] : [summary(known), byDay(known[0])];
  }

  /** The business day that a day row begins with. */
  function dayOf(row) {
    const start = Date.parse(row.start);
    let day = new Date(start).toISOString().slice(0, 10);
    for (const near of [-1, 0, 1]) {
      if (startOf(shiftDay(day, near)) === start) {
        day = shiftDay(day, near);
        break;
      }
    }
    return day;
  }

  function summary(lines) {
    const head = ['events.metric', 'events.before', 'events.during', 'events.change', 'events.after', 'events.change.after'].map(key => element('th', { scope: 'col' }, t(key)));
    return element('table', { class: 'plain events-compared' }, element('caption', {}, t('events.rule', { n: count(WEEKS) })), element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...lines.map(({ metric, days }) => {
        const paired = days.filter(each => each.before !== null);
        const followed = days.filter(each => each.before !== null && each.after !== null);
        const during = meanOf((paired.length > 0 ? paired : days).map(each => each.value));
        const before = meanOf(paired.map(each => each.before));
        const after = meanOf(days.filter(each => each.after !== null).map(each => each.after));
        const change = (a, b) => (a === null || b === null || b === 0 ? UNKNOWN : signedPercent((a - b) / b));
        const first = meanOf(followed.map(each => each.before));
        return element('tr', { 'data-metric': metric },
          element('th', { scope: 'row' }, metricName(metric)),
          ...[valueOf(metric, before), valueOf(metric, during), change(during, before), valueOf(metric, after), change(meanOf(followed.map(each => each.after)), first)].map(each => element('td', {}, each)));
      })));
  }

  function byDay({ metric, days }) {
    const head = ['events.day', 'events.during', 'events.before', 'events.after'].map(key => element('th', { scope: 'col' }, t(key)));
    return element('details', { class: 'hour-details' }, element('summary', {}, t('events.days', { metric: metricName(metric) })),
      element('table', { class: 'plain' }, element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...days.map(({ day, value, before, after }) => element('tr', {},
          element('th', { scope: 'row' }, `${weekday(day)} ${dayName(day)}`),
          element('td', {}, rowsButton(valueOf(metric, value), store, metric, 'store', startOf(day), startOf(shiftDay(day, 1)))),
          element('td', {}, valueOf(metric, before)), element('td', {}, valueOf(metric, after)))))));
  }

  part.form.addEventListener('submit', add);
  read();
  return {
    panel: part.panel,
    /** The screen shows another day now. */
    day(day) {
      if (day !== shownDay) {
        shownDay = day;
        part.form.elements.from.value ||= day;
        part.form.elements.to.value ||= day;
        choose(events.find(each => each.id === chosen && each.from <= day && day <= each.to) ?? best());
      }
    },
  };
}

function dayName(day) {
  return shortDate(Date.parse(`${day}T12:00:00Z`));
}

function build() {
  const field = (key, name, attributes) => element('label', {}, element('span', {}, t(key)), element('input', { name, required: true, ...attributes }));
  const part = {
    list: element('ul', { class: 'event-list' }),
    none: element('p', { class: 'quiet' }, t('events.none')),
    compared: element('div', { class: 'compared' }),
    told: element('p', { class: 'form-told', role: 'status' }),
    form: element('form', { class: 'acknowledge', autocomplete: 'off' },
      field('events.name', 'name', { type: 'text', maxlength: 100 }), field('events.from', 'from', { type: 'date' }), field('events.to', 'to', { type: 'date' }), element('button', { type: 'submit' }, t('events.add'))),
  };
  part.panel = element('section', { class: 'panel day-events', 'aria-labelledby': 'day-events' },
    element('div', { class: 'panel-head' }, element('h2', { id: 'day-events', 'data-text': 'events.title' })),
    part.list, part.none, part.compared,
    element('details', { class: 'care' }, element('summary', {}, t('events.enter')), part.form), part.told);
  return part;
}
