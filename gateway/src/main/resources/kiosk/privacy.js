// What we hold, for shoppers: what is measured here, for how long, and that nobody is known by it.
import { count } from './format.js';
import { element } from './page.js';
import { current, LANGUAGES, load, nameOf, remember, t, wanted } from './text.js';

const root = document.getElementById('privacy');

async function start() {
  await load(wanted(LANGUAGES));
  let store;
  try {
    const answer = await fetch('/api/v1/privacy');
    if (!answer.ok) {
      throw new Error(`the gateway answered ${answer.status}`);
    }
    store = await answer.json();
  } catch {
    root.replaceChildren(element('h1', {}, t('privacy.title')), element('p', {}, t('line.never')));
    return;
  }
  await load(wanted(store.languages));
  show(store);
}

function show(store) {
  const { keep_days: days, small_cell_floor: floor, returning_days: returning } = store.privacy;
  document.title = `${t('privacy.title')} · ${store.store}`;
  root.replaceChildren(
    element('header', {}, element('p', { class: 'store' }, store.store), languages(store)),
    element('h1', {}, t('privacy.title')),
    element('p', { class: 'short' }, t('privacy.short')),
    part('privacy.measured', measured(store)),
    part('privacy.not', ['privacy.not.faces', 'privacy.not.names', 'privacy.not.paths', 'privacy.not.phones'].map(key => t(key))),
    part('privacy.long', [t('privacy.long.raw', { n: count(days) }), t('privacy.long.key'), ...(returning > 0 ? [t('privacy.long.members', { n: count(returning) })] : []), t('privacy.long.sums'), t('privacy.long.floor', { n: count(floor) })]),
    part('privacy.where', [t('privacy.where.here'), t('privacy.where.office')]),
    element('p', { class: 'ask' }, t('privacy.ask')),
    element('p', { class: 'back' }, element('a', { href: `/?lang=${current()}` }, t('privacy.back'))));
}

/** Only what this store is set up for. */
function measured(store) {
  return [
    store.entrances > 0 ? t('privacy.measured.doors', { n: count(store.entrances) }) : null,
    store.zones > 0 ? t('privacy.measured.zones', { n: count(store.zones) }) : null,
    store.cars ? t('privacy.measured.cars') : null,
    store.sales ? t('privacy.measured.sales') : null,
  ].filter(each => each !== null);
}

function part(title, lines) {
  return element('section', {}, element('h2', {}, t(title)), element('ul', {}, ...lines.map(line => element('li', {}, line))));
}

function languages(store) {
  const offered = store.languages.filter(code => LANGUAGES.includes(code));
  return element('nav', { 'aria-label': t('language.switch') }, ...(offered.length < 2 ? [] : offered.map(code => {
    const button = element('button', { type: 'button', lang: code, 'aria-pressed': String(code === current()) }, nameOf(code));
    button.addEventListener('click', async () => {
      remember(code);
      const address = new URL(location.href);
      address.searchParams.set('lang', code);
      history.replaceState(null, '', address);
      await load(code);
      show(store);
    });
    return button;
  })));
}

start();
