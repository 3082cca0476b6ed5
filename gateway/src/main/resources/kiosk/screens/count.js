// Two thumbs count at a door: a tap for each who comes in, a tap for each who leaves. Works while the line is away: the start is
// on the gateway's clock, everything after it on this device's steady one, and what is counted stays in the page until it is taken.
import { count } from '../format.js';
import { element, say } from '../page.js';
import { name } from '../session.js';
import { t } from '../text.js';
import { send, whyNot } from '../write.js';
import { verdicts } from './audits.js';

const AGAIN_MS = 5_000;
const LEAST_S = 1;
const KEYS = { ArrowLeft: 'in', i: 'in', I: 'in', ArrowRight: 'out', o: 'out', O: 'out' };
const UNDO = new Set(['Backspace', 'z', 'Z', 'u', 'U']);

/** Opens the counting page over the screen. */
export function openCount(store, stream, entrance, done) {
  const part = build(entrance);
  const taps = [];
  let start = null;
  let begun = null;
  let ended = null;
  let trying = null;
  let kept = false;

  function tally(way) {
    return taps.filter(each => each === way).length;
  }

  function show() {
    for (const way of ['in', 'out']) {
      say(part[way].querySelector('.pad-count'), count(tally(way)));
      part[way].disabled = start === null || ended !== null;
    }
    part.undo.disabled = taps.length === 0 || ended !== null;
    say(part.time, start === null ? '' : elapsed(seconds()));
  }

  function seconds() {
    return begun === null ? 0 : ((ended ?? performance.now()) - begun) / 1000;
  }

  function tap(way) {
    if (start !== null && ended === null) {
      taps.push(way);
      navigator.vibrate?.(15);
      show();
    }
  }

  function undo() {
    if (ended === null) {
      taps.pop();
      show();
    }
  }

  function begin() {
    start = stream.now();
    if (start === null) {
      say(part.told, t('count.notime'));
      return;
    }
    begun = performance.now();
    say(part.told, '');
    part.go.hidden = true;
    part.stop.hidden = false;
    part.undo.hidden = false;
    show();
    part.in.focus();
  }

  function stop() {
    ended = performance.now();
    part.dialog.dataset.phase = 'over';
    part.stop.hidden = true;
    part.undo.hidden = true;
    part.form.hidden = false;
    show();
    part.form.elements.owner.focus();
  }

  async function hand(event) {
    event?.preventDefault();
    clearTimeout(trying);
    const { owner, note } = part.form.elements;
    const { result, answer } = await send('POST', '/api/v1/audits', {
      id: part.id, scope: entrance === null ? 'store' : `entrance:${entrance.id}`, start: new Date(start).toISOString(),
      seconds: Math.max(LEAST_S, Math.round(seconds())), in: tally('in'), out: tally('out'), owner: owner.value.trim(), note: note.value.trim(),
    });
    if (result === 'kept') {
      kept = true;
      part.form.hidden = true;
      part.told.classList.add('good');
      say(part.told, t('count.kept'));
      part.result.replaceChildren(...verdicts(answer));
      say(part.close, t('rows.close'));
      part.close.focus();
      done();
    } else if (result === 'away') {
      say(part.told, t('count.away'));
      trying = setTimeout(hand, AGAIN_MS);
    } else {
      say(part.told, t(whyNot(result)));
    }
  }

  const mayLose = () => taps.length > 0 && !kept;
  const guard = event => (mayLose() ? event.preventDefault() : null);
  const timer = setInterval(show, 1_000);
  for (const way of ['in', 'out']) {
    // The finger that comes down counts, not the one that goes up: two thumbs overlap.
    part[way].addEventListener('pointerdown', event => {
      event.preventDefault();
      tap(way);
    });
    part[way].addEventListener('click', event => (event.detail === 0 ? tap(way) : null));
    part[way].addEventListener('contextmenu', event => event.preventDefault());
  }
  part.dialog.addEventListener('keydown', event => {
    if (event.target.matches('input') || event.repeat || ended !== null) {
      return;
    }
    if (event.key in KEYS) {
      event.preventDefault();
      tap(KEYS[event.key]);
    } else if (UNDO.has(event.key)) {
      event.preventDefault();
      undo();
    }
  });
  part.go.addEventListener('click', begin);
  part.stop.addEventListener('click', stop);
  part.undo.addEventListener('click', undo);
  part.form.addEventListener('submit', hand);
  part.close.addEventListener('click', () => (mayLose() && !confirm(t('count.lose')) ? null : part.dialog.close()));
  part.dialog.addEventListener('cancel', guard);
  addEventListener('beforeunload', guard);
  part.dialog.addEventListener('close', () => {
    clearInterval(timer);
    clearTimeout(trying);
    removeEventListener('beforeunload', guard);
    part.dialog.remove();
  });
  document.body.append(part.dialog);
  part.dialog.showModal();
  show();
}

function elapsed(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function build(entrance) {
  const pad = (way, word) => element('button', { type: 'button', class: `pad pad-${way}`, disabled: true },
    element('span', { class: 'pad-way' }, word), element('span', { class: 'pad-count' }, count(0)));
  const field = (name, attributes) => element('label', {}, element('span', {}, t(`exceptions.form.${name}`)), element('input', { name, ...attributes }));
  const button = (key, attributes = {}) => element('button', { type: 'button', ...attributes }, t(key));
  const part = {
    id: `count-${[...crypto.getRandomValues(new Uint8Array(12))].map(each => each.toString(16).padStart(2, '0')).join('')}`,
    in: pad('in', t('count.in')),
    out: pad('out', t('count.out')),
    time: element('p', { class: 'count-time' }),
    told: element('p', { class: 'form-told', role: 'status' }),
    result: element('div', { class: 'count-result' }),
    go: button('count.start', { class: 'count-go', autofocus: true }),
    stop: button('count.stop', { hidden: true }),
    undo: button('count.undo', { hidden: true }),
    close: button('count.leave'),
    form: element('form', { class: 'acknowledge', autocomplete: 'off', hidden: true },
      field('owner', { required: true, maxlength: 100, type: 'text', value: name() }), field('note', { maxlength: 1000, type: 'text' }), element('button', { type: 'submit' }, t('count.send'))),
  };
  part.dialog = element('dialog', { class: 'count', 'aria-labelledby': 'count-title' },
    element('div', { class: 'panel-head' }, element('h2', { id: 'count-title' }, t('count.at', { place: entrance?.name ?? t('scope.store') })), part.time, part.close),
    element('p', { class: 'hint' }, t('count.rule')),
    element('div', { class: 'pads' }, part.in, part.out),
    element('div', { class: 'count-controls' }, part.go, part.undo, part.stop),
    part.form, part.told, part.result);
  return part;
}
