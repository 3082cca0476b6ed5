// Counts by hand and what they say of the sensors: bias, interval, and how many more to count.
import { placeOf } from '../exception.js';
import { clock, count, percent, shortDate, signedShare, UNKNOWN } from '../format.js';
import { element } from '../page.js';
import { reason, t } from '../text.js';
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
        list.replaceChildren(audits.length === 0 ? element('p', { class: 'empty' }, t('audits.none')) : asTable(audits, store));
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
    return `${told} ${side.reason === null ? '' : reason(side.reason)}`;
  }
  const bias = t('count.bias', { bias: signedShare(side.bias), low: signedShare(side.low), high: signedShare(side.high) });
  const more = side.count_more === 0 ? t('count.enough', { within: percent(audit.within) }) : t('count.more', { n: count(side.count_more), within: percent(audit.within) });
  return `${told} ${bias} ${more}`;
}

function asTable(audits, store) {
  const head = ['audits.when', 'audits.where', 'audits.who', 'audits.says'].map(key => element('th', { scope: 'col' }, t(key)));
  return element('table', { class: 'plain audits' }, element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...audits.map(audit => element('tr', { 'data-audit': audit.id },
      element('th', { scope: 'row' }, `${shortDate(Date.parse(audit.start))} ${clock(Date.parse(audit.start))}–${clock(Date.parse(audit.end))}`),
      element('td', {}, placeOf(audit.scope, store)),
      element('td', {}, audit.owner, audit.note === '' ? null : element('span', { class: 'quiet' }, ` ${audit.note}`)),
      element('td', { class: 'says' }, ...verdicts(audit), audit.settled ? null : element('p', { class: 'quiet' }, t('audits.unsettled')))))));
}
