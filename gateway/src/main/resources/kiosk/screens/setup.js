// The set-up for managers: zones, lines and sensors' places on the plan, opening hours, the limit. What would become of the
// configuration, and what would be wrong with it, is shown before it is applied; earlier versions can be gone back to.
import { clock, shortDate } from '../format.js';
import { element, say } from '../page.js';
import { logIn, may, onVisitor, send } from '../session.js';
import { copy, freeId, heightOf, merge, planSize, rectangle, same } from '../setup/draft.js';
import { fieldsOf, openGroup } from '../setup/fields.js';
import { planOf } from '../setup/plan.js';
import { current, has, rule, t } from '../text.js';

const ADDRESS = '/api/v1/setup';
const REST_MS = 350;
const MOST_BYTES = 5 * 1024 * 1024;
const USUAL_WIDTH_M = '20';
/** What was drawn and not applied outlives a look at another screen. */
let kept = null;

export function open(root) {
  let screen = null;
  const forget = onVisitor(show);

  function show() {
    screen?.close();
    screen = null;
    if (may('manager')) {
      screen = deskOf(root);
      return;
    }
    const button = element('button', { type: 'submit' }, t('login.do'));
    button.addEventListener('click', () => logIn(t('login.role')));
    root.replaceChildren(element('section', { class: 'panel wide', 'aria-labelledby': 'setup-title' },
      element('h2', { id: 'setup-title' }, t('screen.setup')), element('p', { class: 'setup-why' }, t('setup.managers')), element('p', {}, button)));
  }

  show();
  return {
    figures() {},
    tick() {},
    resized: () => screen?.resized(),
    close() {
      forget();
      screen?.close();
    },
  };
}

function deskOf(root) {
  const part = build(root);
  const desk = {
    draft: null, selected: null, tool: 'select', corners: [], stretch: null, placing: null, sensors: [], entrances: [], aspect: null,
    upload, select, changed, drawn, click, edit, remove, place, addZone: () => add('zones'), addLine: () => add('lines'),
  };
  const plan = planOf(part.plan, desk);
  let server = null;
  let resting = null;
  let asked = 0;

  async function read() {
    try {
      const answer = await send(ADDRESS, { method: 'GET' });
      if (answer?.ok) {
        take(await answer.json(), kept);
        return;
      }
      tell(answer === null ? t('login.role') : await problemOf(answer), true);
    } catch {
      tell(t('login.failed'), true);
    }
  }

  /** What the gateway has; and my changes on top of it, if there are any. */
  function take(present, mine = null) {
    server = present;
    desk.sensors = present.sensors;
    desk.entrances = present.entrances;
    desk.draft = mine === null ? copy(present.draft) : merge(mine.base, mine.draft, present.draft);
    desk.selected = null;
    desk.aspect = null;
    keep();
    redraw();
    showEarlier();
    preview();
  }

  function keep() {
    kept = same(desk.draft, server.draft) ? null : { base: server.draft, draft: desk.draft };
  }

  function redraw() {
    plan.redraw();
    const held = part.fields.contains(document.activeElement) ? pathOf(part.fields, document.activeElement) : null;
    part.fields.replaceChildren(...fieldsOf(desk));
    held?.(part.fields)?.focus();
    part.tools.replaceChildren(...tools(desk, useTool, finish));
    say(part.hint, t(`setup.hint.${desk.tool}`));
  }

  function select(target) {
    desk.selected = target === null ? null : { kind: target.kind, id: target.id };
    if (target !== null) {
      openGroup(target.kind);
    }
    redraw();
    part.fields.querySelector(target === null ? 'none' : `[data-item="${CSS.escape(target.id)}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  function edit(change, structure = false) {
    change();
    changed(structure);
  }

  function changed() {
    keep();
    redraw();
    tell('', false);
    part.apply.disabled = true;
    clearTimeout(resting);
    resting = setTimeout(preview, REST_MS);
  }

  function useTool(tool) {
    Object.assign(desk, { tool, corners: [], stretch: null, placing: null });
    redraw();
  }

  function click(at, near) {
    if (desk.tool === 'sensor') {
      desk.draft.places[desk.placing] = at;
      useTool('select');
      changed();
    } else if (desk.tool === 'zone' && desk.corners.length > 2 && Math.hypot(at[0] - desk.corners[0][0], at[1] - desk.corners[0][1]) <= near) {
      finish();
    } else if (desk.tool !== 'select') {
      desk.corners = [...desk.corners, at];
      desk.tool === 'line' && desk.corners.length === 2 ? finish() : redraw();
    }
  }

  function finish() {
    if (desk.corners.length >= (desk.tool === 'zone' ? 3 : 2)) {
      drawn(desk.corners);
    }
  }

  function drawn(corners) {
    const kind = desk.tool === 'zone' ? 'zones' : 'lines';
    useTool('select');
    add(kind, corners);
  }

  /** By the keyboard: in the middle, to be moved by its numbers. */
  function add(kind, corners = null) {
    const size = planSize(desk.draft) ?? { width: 20, height: 12 };
    const [x, y] = [size.width / 2, size.height / 2].map(Math.round);
    const id = freeId(kind === 'zones' ? 'zone' : 'line', desk.draft[kind], server.draft[kind]);
    desk.draft[kind].push(kind === 'zones'
      ? { id, name: t('setup.zone.new', { n: id.replace(/\D+/g, '') }), kind: 'display', engaged_after: '10s', polygon: corners ?? rectangle([x - 1, y - 1], [x + 1, y + 1]) }
      : { id, from: (corners ?? [[x - 1, y]])[0], to: corners?.[1] ?? [x + 1, y], entrance: '' });
    openGroup(kind);
    desk.selected = { kind, id };
    changed();
    part.fields.querySelector(`[data-item="${id}"] .pick`)?.focus();
  }

  function remove(kind, id) {
    desk.draft[kind] = desk.draft[kind].filter(each => each.id !== id);
    desk.selected = null;
    changed();
  }

  function place(sensor) {
    Object.assign(desk, { tool: 'sensor', placing: sensor, corners: [] });
    redraw();
    part.plan.scrollIntoView({ block: 'nearest' });
  }

  /** The picture goes to the gateway at once, and into force when the draft that names it is applied. */
  async function upload(file) {
    if (file.size > MOST_BYTES) {
      tell(t('plan.too-large', { size: (Math.ceil(file.size / 104857.6) / 10).toFixed(1), most: MOST_BYTES / 1024 ** 2 }), true);
      return;
    }
    tell(t('setup.picture.sending'), false);
    try {
      const answer = await send(`${ADDRESS}/floor-plan`, { raw: file });
      if (answer?.ok) {
        const { image, width, height } = await answer.json();
        const { floor_plan: plan } = desk.draft;
        desk.aspect = height / width;
        plan.image = image;
        plan.width_m ||= USUAL_WIDTH_M;
        plan.height_m = heightOf(plan.width_m, desk.aspect) ?? plan.height_m;
        changed();
        tell(t('setup.picture.there'), false);
        part.fields.querySelector('[data-plan=width]')?.select();
      } else if (answer === null) {
        tell('', false);
      } else {
        const { code, values, detail } = await answer.json();
        tell(has(`plan.${code}`) ? t(`plan.${code}`, values) : detail, true);
      }
    } catch {
      tell(t('login.failed'), true);
    }
  }

  async function preview() {
    const mine = ++asked;
    // Nothing is applied that was not shown.
    part.apply.disabled = true;
    try {
      const answer = await send(`${ADDRESS}/preview`, { body: desk.draft });
      if (mine === asked && answer !== null) {
        answer.ok ? showPreview(await answer.json()) : tell(await problemOf(answer), true);
      }
    } catch {
      tell(t('login.failed'), true);
    }
  }

  function showPreview({ difference, problems }) {
    part.problems.replaceChildren(...problems.map(problem => element('li', {}, element('strong', {}, placeOf(problem, desk.draft)), ` ${rule(problem)}`)));
    part.difference.replaceChildren(...(difference.length === 0 ? [element('p', { class: 'quiet' }, t('setup.nothing'))] : [
      element('pre', { tabindex: '0', 'aria-label': t('setup.difference') }, ...difference.map(line => element('span', { class: line.startsWith('+') ? 'added' : line.startsWith('-') ? 'gone' : null }, `${line}\n`)))]));
    const clean = problems.length === 0;
    say(part.verdict, difference.length === 0 ? '' : t(clean ? 'setup.holds' : 'setup.wrong', { n: problems.length }));
    part.verdict.dataset.good = clean ? 'yes' : 'no';
    part.apply.disabled = !clean || difference.length === 0;
    part.discard.disabled = kept === null;
  }

  async function change(method, path, body, done) {
    try {
      const answer = await send(ADDRESS + path, { method, body, headers: { 'If-Match': `"${server.version}"` } });
      if (answer?.ok) {
        kept = null;
        take(await answer.json());
        tell(t(done), false);
      } else if (answer?.status === 412) {
        await together();
      } else if (answer !== null) {
        tell(await problemOf(answer), true);
      }
    } catch {
      tell(t('login.failed'), true);
    }
  }

  /** Somebody else was first: theirs, and mine on top of it, to look at again. */
  async function together() {
    const mine = { base: server.draft, draft: desk.draft };
    const answer = await send(ADDRESS, { method: 'GET' });
    if (answer?.ok) {
      take(await answer.json(), mine);
      tell(t('setup.both', { name: server.earlier[0]?.replaced_by ?? '' }), true);
    }
  }

  function showEarlier() {
    part.earlier.replaceChildren(...(server.earlier.length === 0 ? [element('li', { class: 'quiet' }, t('setup.earlier.none'))] : server.earlier.map(each => {
      const at = Date.parse(each.replaced_at);
      const back = element('button', { type: 'button' }, t('setup.back'));
      back.addEventListener('click', () => change('POST', '/restoration', { version: each.version }, 'setup.restored'));
      return element('li', {}, element('span', {}, t('setup.earlier.of', { name: each.replaced_by, date: shortDate(at), time: clock(at) })), back);
    })));
  }

  function tell(words, bad) {
    part.told.dataset.bad = words === '' ? '' : bad ? 'yes' : 'no';
    say(part.told, words);
  }

  function keys(event) {
    if (event.key === 'Escape' && desk.tool !== 'select') {
      useTool('select');
    } else if (event.key === 'Enter' && desk.corners.length > 0) {
      finish();
    }
  }

  part.apply.addEventListener('click', () => change('PUT', '', desk.draft, 'setup.applied'));
  part.discard.addEventListener('click', () => {
    kept = null;
    take(server);
    tell('', false);
  });
  addEventListener('keydown', keys);
  read();
  return {
    resized: () => (desk.draft === null ? null : plan.redraw()),
    close() {
      removeEventListener('keydown', keys);
      clearTimeout(resting);
    },
  };
}

function build(root) {
  const part = {
    plan: element('div', { class: 'plan setup-plan' }),
    tools: element('div', { class: 'setup-tools', role: 'toolbar', 'aria-label': t('setup.tools') }),
    hint: element('p', { class: 'hint' }),
    fields: element('div', { class: 'setup-list' }),
    problems: element('ul', { class: 'setup-problems' }),
    verdict: element('p', { class: 'setup-verdict', role: 'status' }),
    difference: element('div', { class: 'setup-difference' }),
    told: element('p', { class: 'setup-told', role: 'status' }),
    apply: element('button', { type: 'submit', 'data-do': 'apply', disabled: true }, t('setup.apply')),
    discard: element('button', { type: 'button', 'data-do': 'discard', disabled: true }, t('setup.discard')),
    earlier: element('ul', { class: 'setup-earlier' }),
  };
  const heading = (id, key) => element('h2', { id }, t(key));
  root.replaceChildren(element('div', { class: 'setup' },
    element('section', { class: 'panel setup-draw', 'aria-labelledby': 'setup-title' }, element('div', { class: 'panel-head' }, heading('setup-title', 'screen.setup'), part.hint), part.tools, part.plan),
    element('section', { class: 'panel setup-type', 'aria-labelledby': 'setup-list-title' }, heading('setup-list-title', 'setup.list'), part.fields),
    element('section', { class: 'panel setup-changes', 'aria-labelledby': 'setup-changes-title' }, heading('setup-changes-title', 'setup.changes'),
      part.verdict, part.problems, part.difference, part.told, element('div', { class: 'buttons' }, part.apply, part.discard)),
    element('section', { class: 'panel setup-back', 'aria-labelledby': 'setup-earlier-title' }, heading('setup-earlier-title', 'setup.earlier'), part.earlier)));
  return part;
}

function tools(desk, use, finish) {
  const buttons = ['select', 'zone', 'line'].map(tool => {
    const button = element('button', { type: 'button', 'data-tool': tool, 'aria-pressed': String(desk.tool === tool) }, t(`setup.tool.${tool}`));
    button.addEventListener('click', () => use(tool));
    return button;
  });
  if (desk.tool === 'zone' && desk.corners.length > 2) {
    const done = element('button', { type: 'submit', 'data-tool': 'done' }, t('setup.tool.done'));
    done.addEventListener('click', finish);
    buttons.push(done);
  }
  return buttons;
}

/** Which thing of the draft a problem is about, by its name. */
function placeOf({ key, line }, draft) {
  const found = /^(zones|lines)\[(\d+)\]/.exec(key);
  const item = found === null ? undefined : draft[found[1]][Number(found[2])];
  const where = item === undefined ? key : `${t(`setup.${found[1]}`)} · ${item.name || item.id}${key.slice(found[0].length)}`;
  return where === '' ? t('setup.line.of', { n: line }) : where;
}

/** The gateway's English names the value; other languages say the kind. */
async function problemOf(answer) {
  const { type, detail } = await answer.json();
  const key = `problem.${type.split(':').at(-1)}`;
  return current() === 'en' ? detail : t(has(key) ? key : 'setup.failed');
}

/** Finds the same field again after the list was drawn anew. */
function pathOf(list, field) {
  const all = [...list.querySelectorAll('input, select, button, summary')];
  const at = all.indexOf(field);
  return anew => [...anew.querySelectorAll('input, select, button, summary')][at];
}
