// Every word on the screen, in the chosen language. A new language is one more file in text/ and its code in LANGUAGES.

export const LANGUAGES = ['en', 'zh'];
const LOCALES = { en: 'en-GB', zh: 'zh-CN' };
const REMEMBERED = 'footfall.language';

let texts = {};
let names = {};
let language = LANGUAGES[0];

/**
 * The wanted language: the address's, else the one that was chosen before, else the first that the browser's owner reads and the
 * store offers, else the store's first.
 */
export function wanted(offered, read = navigator.languages ?? []) {
  const fromAddress = new URLSearchParams(location.search).get('lang');
  const known = offered.filter(code => LANGUAGES.includes(code));
  const choices = known.length > 0 ? known : LANGUAGES;
  const wishes = [fromAddress, remembered(), ...read.map(tag => tag.toLowerCase().split('-')[0])];
  return wishes.find(code => choices.includes(code)) ?? choices[0];
}

/** Loads the words of a language and names the other languages in their own words. */
export async function load(code) {
  const loaded = await Promise.all(LANGUAGES.map(async each => {
    const answer = await fetch(`/kiosk/text/${each}.json`);
    return [each, await answer.json()];
  }));
  const all = Object.fromEntries(loaded);
  names = Object.fromEntries(loaded.map(([each, words]) => [each, words['language.name']]));
  language = code;
  texts = all[code];
  document.documentElement.lang = locale();
}

/** Remembers the choice for this browser, if it lets us. */
export function remember(code) {
  try {
    localStorage.setItem(REMEMBERED, code);
  } catch {
    // Private windows may refuse; the address still carries the choice.
  }
}

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

export function locale() {
  return LOCALES[language];
}

export function current() {
  return language;
}

export function nameOf(code) {
  return names[code] ?? code;
}

export function has(key) {
  return key in texts;
}

/** The words for a key, with {placeholders} filled in. */
export function t(key, values = {}) {
  const text = texts[key];
  if (text === undefined) {
    return key;
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** What the configuration's check asks for, by its code; in the gateway's own English where a language does not know it. */
export function rule({ rule: english, code, values, then }) {
  const key = `rule.${code}`;
  if (!has(key)) {
    return english;
  }
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'words' ? either(value) : worded(`rule.word.${value}`, value)]));
  return t(key, { ...said, then: then === null ? '' : rule(then) });
}

/** The words for a key, or what stands for them where there are none. */
function worded(key, otherwise) {
  return has(key) ? t(key) : otherwise;
}

/** "a, b or c" with the joints of the language. */
function either(words) {
  return words.replace(/ (or|and) /g, ', ').split(', ').join(t('rule.joint'));
}

/** Fills elements that name their words in the page itself. */
export function fillPage(root) {
  for (const element of root.querySelectorAll('[data-text]')) {
    element.textContent = t(element.dataset.text);
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
  }
}
