// One exception in words: what, where, how far out, and whether a sensor or the store is the likelier cause.
import { clock, count, date, money, percent, stay, UNKNOWN } from './format.js';
import { element } from './page.js';
import { reason } from './reason.js';
import { has, t } from './text.js';

/** A name for a scope, as people call the place. */
export function placeOf(scope, store) {
  const [kind, ...rest] = scope.split(':');
  const id = rest.join(':');
  const named = { entrance: store.entrances, zone: store.zones }[kind]?.find(each => each.id === id);
  if (kind === 'store') {
    return t('scope.store');
  }
  if (kind === 'flow') {
    const name = zone => store.zones.find(each => each.id === zone)?.name ?? zone;
    return id.split('>').map(name).join(' → ');
  }
  return named?.name ?? t(`scope.${kind}`, { id });
}

export function metricName(metric) {
  const key = `metric.${metric}`;
  return has(key) ? t(key) : metric;
}

const RATIOS = /(^completeness$|-rate$|-share$|-coverage$|^conversion$|engagement$|exposure$)/;
const SECONDS = /^(dwell\.(mean|median|p90)|queue\.wait|parking\.stay)$/;

/** A value as people write it, by what its metric measures. */
export function valueOf(metric, value) {
  if (value === null || value === undefined) {
    return UNKNOWN;
  }
  if (RATIOS.test(metric)) {
    return percent(value);
  }
  if (SECONDS.test(metric)) {
    return stay(value);
  }
  if (metric.startsWith('sales')) {
    return money(value);
  }
  return metric === 'heat-index' ? String(Math.round(value * 100) / 100) : count(value);
}

/** `fault`, `real` or `limit`: what somebody should look at first. */
export function natureOf(alert) {
  return alert.kind === 'data-quality' ? 'fault' : alert.kind === 'limit' ? 'limit' : 'real';
}

/** The limits that the value broke, in words. */
export function limitsOf(alert) {
  const [low, high] = [alert.low, alert.high].map(each => valueOf(alert.metric, each));
  if (alert.low !== null && alert.high !== null) {
    return t('exceptions.between', { low, high });
  }
  if (alert.high !== null) {
    return t('exceptions.most', { high });
  }
  return alert.low === null ? '' : t('exceptions.least', { low });
}

export function spanOf(alert) {
  const [start, end] = [Date.parse(alert.start), Date.parse(alert.end)];
  return `${date(start)} ${clock(start)}–${clock(end)}`;
}

export function exceptionLine(alert, store) {
  const nature = natureOf(alert);
  const value = alert.value === null ? '' : ` ${valueOf(alert.metric, alert.value)}`;
  const limits = limitsOf(alert);
  return element('a', { class: 'exception', href: '#/exceptions', 'data-nature': nature },
    element('strong', { class: 'nature' }, t(`nature.${nature}`)),
    element('span', { class: 'what' },
      `${placeOf(alert.scope, store)}: ${metricName(alert.metric)}${value}${limits === '' ? '' : ` (${limits})`} · ${reason(alert)}`),
    element('span', { class: 'since' }, clock(Date.parse(alert.start))));
}
