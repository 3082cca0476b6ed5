// The plan to draw on: zones by their corners, lines by their ends, sensors by their place. What is drawn here can be typed in
// the list beside it as well.
import { element, letter, svg, textWidth } from '../page.js';
import { t } from '../text.js';
import { planSize, rectangle, snap } from './draft.js';

const CLICK_PX = 6;

/**
 * Draws the draft and lets it be drawn.
 *
 * @param desk holds `draft`, `selected`, `tool` and `corners`, and is told of changes: `select`, `changed`, `drawn`
 */
export function planOf(root, desk) {
  let drag = null;
  let scale = 1;
  let size = { width: 1, height: 1 };

  function redraw() {
    size = sizeOf(desk.draft);
    // Its border takes two pixels.
    scale = Math.min((root.clientWidth - 2) / size.width, (root.clientHeight - 2) / size.height);
    if (!(scale > 0)) {
      return;
    }
    const [width, height] = [size.width * scale, size.height * scale];
    const sheet = element('div', { class: 'sheet drawing', 'data-tool': desk.tool });
    sheet.style.width = `${width + 2}px`;
    sheet.style.height = `${height + 2}px`;
    if (desk.draft.floor_plan.image !== '') {
      sheet.append(pictureOf(desk));
    }
    const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('setup.plan') });
    picture.append(...grid(width, height, scale), ...shapes());
    sheet.append(picture);
    sheet.addEventListener('pointerdown', begin);
    root.replaceChildren(sheet);
  }

  function shapes() {
    const { draft, selected, corners } = desk;
    return [
      ...draft.zones.flatMap(zone => zoneShapes(zone, scale, is(selected, 'zones', zone.id), size.width * scale)),
      ...draft.lines.flatMap(line => lineShapes(line, scale, is(selected, 'lines', line.id))),
      ...Object.entries(draft.places).flatMap(([id, place]) => sensorShapes(id, place, scale, is(selected, 'places', id))),
      ...(corners.length === 0 ? [] : underWay(corners, scale)),
    ];
  }

  function at(event) {
    const box = root.querySelector('.sheet svg').getBoundingClientRect();
    const within = (value, most) => Math.min(Math.max(value, 0), most);
    return [
      snap(within((event.clientX - box.left) / scale, size.width), scale),
      snap(within((event.clientY - box.top) / scale, size.height), scale),
    ];
  }

  function begin(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    const target = event.target.closest('[data-kind]');
    const from = at(event);
    drag = { from, last: from, moved: false, x: event.clientX, y: event.clientY, target: null };
    if (desk.tool === 'select') {
      drag.target = target === null ? null : { kind: target.dataset.kind, id: target.dataset.id, corner: target.dataset.corner };
      desk.select(drag.target);
    }
    addEventListener('pointermove', move);
    addEventListener('pointerup', end, { once: true });
    addEventListener('pointercancel', cancel, { once: true });
  }

  function move(event) {
    if (drag === null) {
      return;
    }
    drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > CLICK_PX;
    const now = at(event);
    if (drag.moved && drag.target !== null) {
      shift(drag.target, drag.last, now);
      drag.last = now;
    } else if (drag.moved && desk.tool === 'zone' && desk.corners.length <= 1) {
      desk.stretch = rectangle(drag.from, now);
    } else if (drag.moved && desk.tool === 'line') {
      desk.stretch = [drag.from, now];
    }
    if (drag.moved) {
      redrawStretch();
    }
  }

  function redrawStretch() {
    const corners = desk.corners;
    desk.corners = desk.stretch ?? corners;
    redraw();
    desk.corners = corners;
  }

  function end(event) {
    removeEventListener('pointermove', move);
    const done = drag;
    drag = null;
    const stretched = desk.stretch;
    desk.stretch = null;
    if (done.target !== null) {
      if (done.moved) {
        desk.changed();
      }
    } else if (stretched !== null && stretched !== undefined) {
      desk.drawn(stretched);
    } else {
      desk.click(at(event), 2 * CLICK_PX / scale);
    }
  }

  function cancel() {
    removeEventListener('pointermove', move);
    drag = null;
    desk.stretch = null;
    redraw();
  }

  function shift({ kind, id, corner }, [x1, y1], [x2, y2]) {
    const by = ([x, y]) => [Number((x + x2 - x1).toFixed(2)), Number((y + y2 - y1).toFixed(2))];
    const { draft } = desk;
    if (kind === 'places') {
      draft.places[id] = [x2, y2];
    } else if (kind === 'lines') {
      const line = draft.lines.find(each => each.id === id);
      for (const key of corner === undefined ? ['from', 'to'] : [corner]) {
        line[key] = corner === undefined ? by(line[key]) : [x2, y2];
      }
    } else {
      const zone = draft.zones.find(each => each.id === id);
      zone.polygon = zone.polygon.map((point, i) => (corner === undefined ? by(point) : Number(corner) === i ? [x2, y2] : point));
    }
  }

  return { redraw };
}

function is(selected, kind, id) {
  return selected?.kind === kind && selected.id === id;
}

/** The draft's picture, in force or only uploaded. What it is like decides how high so many metres of it are. */
function pictureOf(desk) {
  const picture = element('img', { src: `/api/v1/floor-plan?image=${encodeURIComponent(desk.draft.floor_plan.image)}`, alt: '', draggable: 'false' });
  picture.addEventListener('load', () => {
    desk.aspect ??= picture.naturalWidth > 0 ? picture.naturalHeight / picture.naturalWidth : null;
  });
  picture.addEventListener('error', () => picture.remove());
  return picture;
}

/** The plan; without one, what there is and some room around it. */
function sizeOf(draft) {
  const plan = planSize(draft);
  if (plan !== null) {
    return plan;
  }
  const points = [...draft.zones.flatMap(zone => zone.polygon), ...draft.lines.flatMap(line => [line.from, line.to]), ...Object.values(draft.places)];
  return { width: Math.max(20, ...points.map(([x]) => x + 2)), height: Math.max(12, ...points.map(([, y]) => y + 2)) };
}

function grid(width, height, scale) {
  const step = 5 * scale;
  const lines = [];
  for (let x = step; x < width; x += step) {
    lines.push(svg('line', { class: 'grid', x1: x, x2: x, y1: 0, y2: height }));
  }
  for (let y = step; y < height; y += step) {
    lines.push(svg('line', { class: 'grid', x1: 0, x2: width, y1: y, y2: y }));
  }
  return lines;
}

function points(corners, scale) {
  return corners.map(([x, y]) => `${x * scale},${y * scale}`).join(' ');
}

/** In the middle of a place, and never beyond the plan's edge. */
function wordsWithin(text, x, y, width) {
  const half = Math.min(textWidth(text, letter() * 1.1, 'bold') / 2 + 2, width / 2);
  return words(text, Math.min(Math.max(x, half), width - half), y);
}

function words(text, x, y) {
  return svg('text', { class: 'label', x, y, 'font-size': letter() * 1.1, 'font-weight': 'bold', 'text-anchor': 'middle' }, text);
}

function zoneShapes(zone, scale, chosen, width) {
  const data = { 'data-kind': 'zones', 'data-id': zone.id };
  const middle = i => (Math.min(...zone.polygon.map(p => p[i])) + Math.max(...zone.polygon.map(p => p[i]))) / 2;
  return [
    svg('polygon', { ...data, class: `zone zone-${zone.kind}${chosen ? ' chosen' : ''}`, points: points(zone.polygon, scale) }),
    wordsWithin(zone.name === '' ? zone.id : zone.name, middle(0) * scale, middle(1) * scale, width),
    ...(chosen ? zone.polygon.flatMap((corner, i) => handle(corner, scale, { ...data, 'data-corner': i })) : []),
  ];
}

function lineShapes(line, scale, chosen) {
  const data = { 'data-kind': 'lines', 'data-id': line.id };
  const [[x1, y1], [x2, y2]] = [line.from, line.to].map(([x, y]) => [x * scale, y * scale]);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [nx, ny] = [-(y2 - y1) / length, (x2 - x1) / length];
  // Not in the middle, where a sensor may hang over the line.
  const [mx, my] = [x1 + (x2 - x1) / 4, y1 + (y2 - y1) / 4];
  const tip = letter() * 1.8;
  const [tx, ty] = [mx + nx * tip, my + ny * tip];
  const wing = s => `${tx - nx * tip * 0.4 + s * ny * tip * 0.3},${ty - ny * tip * 0.4 - s * nx * tip * 0.3}`;
  return [
    svg('line', { ...data, class: 'wide', x1, y1, x2, y2 }),
    svg('line', { ...data, class: `counting${chosen ? ' chosen' : ''}`, x1, y1, x2, y2 }),
    svg('path', { class: 'forward', d: `M ${mx},${my} L ${tx},${ty} M ${wing(1)} L ${tx},${ty} L ${wing(-1)}` }),
    words(line.id, x1 + (x2 - x1) * 0.64, y1 + (y2 - y1) * 0.64),
    ...(chosen ? [['from', line.from], ['to', line.to]].flatMap(([key, end]) => handle(end, scale, { ...data, 'data-corner': key })) : []),
  ];
}

function sensorShapes(id, [x, y], scale, chosen) {
  const data = { 'data-kind': 'places', 'data-id': id };
  const [cx, cy] = [x * scale, y * scale];
  const r = letter() * 0.6;
  return [
    svg('circle', { ...data, class: 'touch', cx, cy, r: Math.max(22, r) }),
    svg('path', { ...data, class: `place${chosen ? ' chosen' : ''}`, d: `M ${cx - r},${cy} L ${cx},${cy - r} L ${cx + r},${cy} L ${cx},${cy + r} Z` }),
    words(id, cx, cy + r + letter() * 1.1),
  ];
}

function handle([x, y], scale, data) {
  const [cx, cy] = [x * scale, y * scale];
  return [svg('circle', { ...data, class: 'touch', cx, cy, r: 22 }), svg('circle', { ...data, class: 'handle', cx, cy, r: letter() * 0.5 })];
}

function underWay(corners, scale) {
  return [
    svg('polyline', { class: 'under-way', points: points(corners, scale) }),
    ...corners.map(([x, y]) => svg('circle', { class: 'handle', cx: x * scale, cy: y * scale, r: 7 })),
  ];
}
