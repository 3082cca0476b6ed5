// Why a figure is as it is, or what is wrong: by code, in every language's own words, numbers and times.
import { clock, number, signedNumber } from './format.js';
import { t } from './text.js';

const PLACE = /\{(\w+)(?::(\w+))?\}/g;
const MINUTE = 60;

/** What is said of a row, a figure, an exception or a sensor; empty if nothing is. */
export function reason({ reasons = [] }) {
  return reasons.map(sentence).join(t('reason.joint'));
}

function sentence({ code, values }) {
  return t(`reason.${code}`).replace(PLACE, (whole, name, kind) => written(kind, values[name]));
}

function written(kind, value) {
  switch (kind) {
    case 'number': return number(value);
    case 'signed': return signedNumber(value);
    case 'time': return clock(Date.parse(value));
    case 'length': return value % MINUTE === 0 ? t('unit.minute', { n: number(value / MINUTE) }) : t('unit.second', { n: number(value) });
    case 'word': return t(`reason.word.${value}`);
    case 'reason': return reason({ reasons: value });
    default: return value;
  }
}
