// Counts by hand and what they say of the sensors: bias, interval, and how many more to count.
import { placeOf } from '../exception.js';
import { clock, count, percent, shortDate, signedShare, UNKNOWN } from '../format.js';
import { element } from '../page.js';
import { t } from '../text.js';
import { openCount } from './count.js';

export function open({ store, stream }) {
  const list = element('div', { class: 'audit-list' });
  const places = store.entrances.length === 0 ? [null] : store.entrances;
  const panel = element('section', { class: 'panel wide', 'aria-labelledby': 'audits-title' },
    element('div', { class: 'panel-head' }, element('h2', { id: 'audits-title', 'data-text': 'audits.title' }), element('p', { class: 'hint', 'data-text': 'audits.hint' })),
    element('div', { class: 'count-places' }, ...places.map(place => {
      const button = element('button', { type: 'button', 'data-count': place?.id ?? 'store' }, t('count.at', { place: place?.name ?? t('scope.store') }));
      button.addEventListener('click', () => openCount(store, stream, place, read));
      return button;
    })), list);

  async function read() {
    try {
      const answer = await fetch('/api/v1/audits');
      if (answer.ok) {
        const { audits } = await answer.json();
        list.replaceChildren(audits.length === 0 ? element('p', { class: 'empty' }, t('audits.none')) : element('ul', { class: 'cards' }, ...audits.map(audit => card(audit, store))));
      }
    } catch {
      // The line's own state says that the gateway is away.
    }
  }

  read();
  return { panel, read };
}

/** One paragraph for each direction that somebody passed in. */
export function verdicts(audit) {
  return ['in', 'out'].filter(way => audit[way].manual > 0 || audit[way].sensor > 0).map(way => element('p', {}, sentence(audit, way)));
}

function sentence(audit, way) {
  const side = audit[way];
  const told = t(`count.told.${way}`, { manual: count(side.manual), sensor: side.sensor === null ? UNKNOWN : count(side.sensor) });
  if (side.bias === null) {
    return `${told} ${t(side.sensor === null ? 'count.unknown' : 'count.nobody')}`;
  }
  const bias = t('count.bias', { bias: signedShare(side.bias), low: signedShare(side.low), high: signedShare(side.high) });
  const more = side.count_more === 0 ? t('count.enough', { within: percent(audit.within) }) : t('count.more', { n: count(side.count_more), within: percent(audit.within) });
  return `${told} ${bias} ${more}`;
}

function card(audit, store) {
  const [start, end] = [Date.parse(audit.start), Date.parse(audit.end)];
  return element('li', { class: 'card audit', 'data-audit': audit.id },
    element('div', { class: 'card-head' }, element('h3', {}, placeOf(audit.scope, store)),
      element('span', { class: 'quiet' }, `${shortDate(start)} ${clock(start)}–${clock(end)} · ${audit.owner}`)),
    ...verdicts(audit),
    audit.note === '' ? null : element('p', { class: 'quiet' }, audit.note),
    audit.settled ? null : element('p', { class: 'quiet' }, t('audits.unsettled')));
}
