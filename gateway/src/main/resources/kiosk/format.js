// Numbers and times as people of the chosen language write them, in the store's time zone, whatever this device is set to.
import { locale, t } from './text.js';

export const UNKNOWN = '–';
let zone = 'UTC';
let currency = null;

export function useZone(timeZone) {
  zone = timeZone;
}

/** The store's, as an ISO 4217 code; null if it has none. */
export function useCurrency(code) {
  currency = code;
}

const made = new Map();

/** Formatters are costly to make and used every second. */
function formatter(kind, options) {
  const key = locale() + zone + kind.name + JSON.stringify(options);
  if (!made.has(key)) {
    made.set(key, new kind(locale(), options));
  }
  return made.get(key);
}

function plain(text) {
  return text.replace('-', '\u2212');
}

export function count(value) {
  return value === null ? UNKNOWN : plain(formatter(Intl.NumberFormat, { maximumFractionDigits: 0 }).format(value));
}

export function signedCount(value) {
  const rounded = Math.round(value);
  return plain(formatter(Intl.NumberFormat, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(rounded));
}

/** A number that was rounded where it was told. */
export function number(value) {
  return plain(formatter(Intl.NumberFormat, {}).format(value));
}

export function signedNumber(value) {
  return plain(formatter(Intl.NumberFormat, { signDisplay: 'exceptZero' }).format(value));
}

export function percent(ratio) {
  return plain(formatter(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 0 }).format(ratio));
}

export function signedPercent(ratio) {
  const options = { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' };
  return plain(formatter(Intl.NumberFormat, options).format(ratio));
}

/** A small change, to a tenth of a percent. */
export function signedShare(ratio) {
  const options = { style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1, signDisplay: 'exceptZero' };
  return plain(formatter(Intl.NumberFormat, options).format(ratio));
}

/** An amount in the store's currency. */
export function money(value) {
  const digits = Math.abs(value) < 1000 ? 2 : 0;
  const style = currency === null ? {} : { style: 'currency', currency };
  return plain(formatter(Intl.NumberFormat, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value));
}

/** Completeness is never rounded up to whole: 99.6 % is not all. */
export function share(ratio) {
  return percent(Math.floor(ratio * 100) / 100);
}

/** Minutes as number and unit apart, so that the unit can stand smaller. */
export function minutes(seconds) {
  if (seconds === null) {
    return { value: UNKNOWN, unit: '' };
  }
  return { value: decimal(seconds / 60), unit: t('unit.minutes') };
}

export function signedMinutes(seconds) {
  const options = { maximumFractionDigits: 1, signDisplay: 'exceptZero' };
  const value = Math.round(seconds / 6) / 10;
  return t('unit.minute', { n: plain(formatter(Intl.NumberFormat, options).format(value)) });
}

/** One decimal where it says something. */
function decimal(value) {
  const digits = value < 10 ? 1 : 0;
  const options = { maximumFractionDigits: digits, minimumFractionDigits: digits };
  return plain(formatter(Intl.NumberFormat, options).format(value));
}

/** The same without a unit. */
export function decimalOf(value) {
  return decimal(value);
}

/** A stay as one short text. */
export function stay(seconds) {
  if (seconds === null) {
    return UNKNOWN;
  }
  return seconds < 120 ? t('unit.second', { n: count(seconds) }) : t('unit.minute', { n: decimal(seconds / 60) });
}

/** How long ago, coarser the longer. */
export function age(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const [unit, length] = whole < 120 ? ['second', 1] : whole < 7200 ? ['minute', 60] : whole < 172800 ? ['hour', 3600] : ['day', 86400];
  return t(`unit.${unit}`, { n: count(Math.floor(whole / length)) });
}

export function clock(millis) {
  return formatter(Intl.DateTimeFormat, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(millis);
}

export function clockWithSeconds(millis) {
  const options = { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  return formatter(Intl.DateTimeFormat, options).format(millis);
}

export function date(millis) {
  const options = { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' };
  return formatter(Intl.DateTimeFormat, options).format(millis);
}

export function shortDate(millis) {
  return formatter(Intl.DateTimeFormat, { timeZone: zone, day: 'numeric', month: 'short' }).format(millis);
}

/** A business day such as 2026-11-22 in full. */
export function fullDate(day) {
  const options = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  return formatter(Intl.DateTimeFormat, options).format(Date.parse(`${day}T12:00:00Z`));
}

/** Monday is 0. */
export function weekdayName(index) {
  return formatter(Intl.DateTimeFormat, { timeZone: 'UTC', weekday: 'short' }).format(Date.UTC(2024, 0, 1 + index, 12));
}

/** The weekday of a business day such as 2026-11-22. */
export function weekday(day) {
  return formatter(Intl.DateTimeFormat, { timeZone: 'UTC', weekday: t('weekday.style') }).format(Date.parse(`${day}T12:00:00Z`));
}

/** The instant at which the store's clocks show a time, such as 04:00, on a date; a time that is skipped counts from before. */
export function instantOf(day, time) {
  const wanted = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
  let guess = wanted;
  for (let i = 0; i < 2; i++) {
    guess = wanted - (shownAsUtc(guess) - guess);
  }
  return guess;
}

/** What the store's clocks show, read as if it were UTC. */
function shownAsUtc(millis) {
  const options = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' };
  const parts = Object.fromEntries(formatter(Intl.DateTimeFormat, options).formatToParts(millis).map(part => [part.type, part.value]));
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00Z`);
}

/** The date some days later, or earlier. */
export function shiftDay(day, days) {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The local clock hour of an instant, 0 to 23, for lining up two days. */
export function localHour(millis) {
  const parts = formatter(Intl.DateTimeFormat, { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).formatToParts(millis);
  return Number(parts.find(part => part.type === 'hour').value);
}
