// The draft as a list to type in: for keyboards and screen readers, and for numbers known from a drawing.
import { weekdayName } from '../format.js';
import { element } from '../page.js';
import { t } from '../text.js';
import { DAYS, heightOf, KINDS, parseCorners, writeCorners } from './draft.js';

/** All of it; `desk` is told of each change. */
export function fieldsOf(desk) {
  const { draft } = desk;
  return [
    floorPlan(desk),
    group('zones', draft.zones.length, ...draft.zones.map(zone => item(desk, 'zones', zone.id, zone.name === '' ? zone.id : zone.name, zoneFields)),
      adder('setup.zone.add', () => desk.addZone())),
    group('lines', draft.lines.length, ...draft.lines.map(line => item(desk, 'lines', line.id, line.id, lineFields)),
      adder('setup.line.add', () => desk.addLine())),
    group('sensors', Object.keys(draft.places).length, ...desk.sensors.map(sensor => placeFields(desk, sensor))),
    hours(desk),
    group('limit', draft.capacity === '' ? '–' : draft.capacity,
      field(t('setup.capacity'), draft.capacity, value => desk.edit(() => { draft.capacity = value.trim(); }), { inputmode: 'numeric', maxlength: 9 })),
  ];
}

const PICTURES = 'image/png,image/jpeg,image/svg+xml';

/** The picture of the floor and its scale, which is set by how wide it is. */
function floorPlan(desk) {
  const { floor_plan: plan } = desk.draft;
  const none = plan.image === '' && plan.width_m === '';
  const file = element('input', { type: 'file', accept: PICTURES });
  file.addEventListener('change', () => file.files.length === 1 && desk.upload(file.files[0]));
  const remove = element('button', { type: 'button', class: 'remove' }, t('setup.picture.remove'));
  remove.addEventListener('click', () => desk.edit(() => { plan.image = ''; }));
  return group('floor', none ? t('setup.plan.none') : `${plan.width_m} × ${plan.height_m} m`,
    element('p', { class: 'quiet' }, t('setup.picture')),
    element('label', { class: 'file' }, element('span', {}, t('setup.picture.choose')), file),
    field(t('setup.plan.width'), plan.width_m, value => desk.edit(() => {
      plan.width_m = value.trim().replace(',', '.');
      plan.height_m = (plan.image === '' ? null : heightOf(plan.width_m, desk.aspect)) ?? plan.height_m;
    }), { inputmode: 'decimal', maxlength: 12, 'data-plan': 'width' }),
    field(t('setup.plan.height'), plan.height_m, value => desk.edit(() => { plan.height_m = value.trim().replace(',', '.'); }),
      { inputmode: 'decimal', maxlength: 12, 'data-plan': 'height' }),
    plan.image === '' ? null : element('p', { class: 'quiet' }, t('setup.plan.scale')),
    plan.image === '' ? null : remove);
}

function group(name, told, ...content) {
  const details = element('details', { class: 'setup-group', 'data-group': name, open: opened.has(name) },
    element('summary', {}, element('span', {}, t(`setup.${name}`)), element('span', { class: 'quiet' }, String(told))), ...content);
  details.addEventListener('toggle', () => (details.open ? opened.add(name) : opened.delete(name)));
  return details;
}

const opened = new Set(['zones']);

export function openGroup(kind) {
  opened.add(kind === 'places' ? 'sensors' : kind);
}

function adder(key, add) {
  const button = element('button', { type: 'button', class: 'add' }, t(key));
  button.addEventListener('click', add);
  return button;
}

function item(desk, kind, id, name, fields) {
  const chosen = desk.selected?.kind === kind && desk.selected.id === id;
  const head = element('button', { type: 'button', class: 'pick', 'aria-expanded': String(chosen) }, name);
  head.addEventListener('click', () => desk.select(chosen ? null : { kind, id }));
  const found = desk.draft[kind].find(each => each.id === id);
  return element('div', { class: 'setup-item', 'data-item': id }, head, chosen ? element('div', { class: 'setup-fields' }, ...fields(desk, found), remover(desk, kind, id)) : null);
}

function remover(desk, kind, id) {
  const button = element('button', { type: 'button', class: 'remove' }, t('setup.remove'));
  button.addEventListener('click', () => desk.remove(kind, id));
  return button;
}

function zoneFields(desk, zone) {
  const kinds = element('select', {}, ...KINDS.map(kind => element('option', { value: kind, selected: kind === zone.kind }, t(`setup.kind.${kind}`))));
  kinds.addEventListener('change', () => desk.edit(() => { zone.kind = kinds.value; }));
  return [
    field(t('setup.name'), zone.name, value => desk.edit(() => { zone.name = value; }), { maxlength: 200 }),
    element('label', {}, element('span', {}, t('setup.kind')), kinds),
    field(t('setup.corners'), writeCorners(zone.polygon), value => {
      const corners = parseCorners(value);
      if (corners !== null) {
        desk.edit(() => { zone.polygon = corners; });
      }
    }, { class: 'corners' }),
    field(t('setup.engaged'), zone.engaged_after, value => desk.edit(() => { zone.engaged_after = value.trim(); }), { maxlength: 12 }),
  ];
}

function lineFields(desk, line) {
  const entrances = element('select', {}, element('option', { value: '' }, t('setup.line.inner')),
    ...desk.entrances.map(each => element('option', { value: each.id, selected: each.id === line.entrance }, each.name)));
  entrances.addEventListener('change', () => desk.edit(() => { line.entrance = entrances.value; }));
  const end = key => value => {
    const corners = parseCorners(value);
    if (corners?.length === 1) {
      desk.edit(() => { [line[key]] = corners; });
    }
  };
  return [
    field(t('setup.line.from'), writeCorners([line.from]), end('from')),
    field(t('setup.line.to'), writeCorners([line.to]), end('to')),
    element('label', {}, element('span', {}, t('setup.line.entrance')), entrances),
  ];
}

function placeFields(desk, sensor) {
  const place = desk.draft.places[sensor.id];
  const put = element('button', { type: 'button', class: 'add', 'aria-pressed': String(desk.tool === 'sensor' && desk.placing === sensor.id) }, t('setup.place'));
  put.addEventListener('click', () => desk.place(sensor.id));
  return element('div', { class: 'setup-item sensor-place', 'data-item': sensor.id },
    field(`${sensor.id} (${sensor.driver})`, place === undefined ? '' : writeCorners([place]), value => {
      const corners = parseCorners(value);
      if (corners?.length === 1) {
        desk.edit(() => { [desk.draft.places[sensor.id]] = corners; });
      } else if (corners?.length === 0) {
        desk.edit(() => { delete desk.draft.places[sensor.id]; });
      }
    }, { placeholder: t('setup.place.none') }), put);
}

function hours(desk) {
  const { draft } = desk;
  const always = Object.keys(draft.hours).length === 0;
  const box = element('input', { type: 'checkbox', checked: always });
  box.addEventListener('change', () => desk.edit(() => {
    draft.hours = box.checked ? {} : Object.fromEntries(DAYS.map(day => [day, '10:00-20:00']));
  }, true));
  const days = always ? [] : DAYS.map((day, i) => field(weekdayName(i), draft.hours[day], value => desk.edit(() => { draft.hours[day] = value.trim(); }), { 'data-day': day }));
  const dates = Object.entries(draft.exceptions).sort().map(([date, spans]) => element('div', { class: 'sensor-place' },
    field(date, spans, value => desk.edit(() => { draft.exceptions[date] = value.trim(); })), dateRemover(desk, date)));
  return group('hours', always ? t('opening.always') : '', element('label', { class: 'tick' }, box, element('span', {}, t('setup.always'))),
    element('p', { class: 'quiet' }, t('setup.hours.form')), ...days, ...dates, dateAdder(desk));
}

function dateRemover(desk, date) {
  const button = element('button', { type: 'button', class: 'add', 'aria-label': `${t('setup.remove')} ${date}` }, t('setup.remove'));
  button.addEventListener('click', () => desk.edit(() => { delete desk.draft.exceptions[date]; }, true));
  return button;
}

function dateAdder(desk) {
  const date = element('input', { type: 'date' });
  const button = element('button', { type: 'button', class: 'add' }, t('setup.date.add'));
  button.addEventListener('click', () => {
    if (date.value !== '') {
      desk.edit(() => { desk.draft.exceptions[date.value] ??= 'closed'; }, true);
    }
  });
  return element('div', { class: 'sensor-place' }, element('label', {}, element('span', {}, t('setup.date')), date), button);
}

function field(label, value, changed, attributes = {}) {
  const input = element('input', { type: 'text', value, ...attributes });
  input.addEventListener('change', () => changed(input.value));
  return element('label', {}, element('span', {}, label), input);
}
