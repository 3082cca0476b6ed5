// Ways from zone to zone, as arrows on the plan.
import * as floor from '../floor.js';
import { count } from '../format.js';
import { svg } from '../page.js';

/** More would hide the floor. */
export const SHOWN_FLOWS = 14;

function middle(polygon) {
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** Ways as arrows between the middles of zones: the more people, the wider. Both directions lie beside each other. */
export function arrows(root, store, ways) {
  const sheet = root.querySelector('.sheet');
  if (sheet === null || ways.length === 0) {
    return;
  }
  const size = floor.extent(store);
  const [width, height] = [sheet.clientWidth, sheet.clientHeight];
  const most = ways[0].n;
  const layer = svg('svg', { class: 'ways', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  const labels = [];
  const scales = [width / size.width, height / size.height];
  for (const way of ways.slice(0, SHOWN_FLOWS)) {
    const thick = Math.max(1.5, ((2 + (7 * way.n) / most) * Math.max(width, 400)) / 1000);
    const [a, b] = [edge(way.from, way.to, scales), edge(way.to, way.from, scales)];
    layer.append(...arrow(a, b, thick, width < 480 ? null : way.n, labels));
  }
  layer.append(...labels);
  sheet.append(layer);
}

/** Where the line to another zone's middle leaves this one: the middle keeps its words. */
function edge(zone, other, scales) {
  const [from, to] = [zone, other].map(each => middle(each.polygon));
  const half = [0, 1].map(i => Math.max(...zone.polygon.map(corner => Math.abs(corner[i] - from[i]))));
  const way = [0, 1].map(i => to[i] - from[i]);
  const part = Math.min(1, ...[0, 1].map(i => (way[i] === 0 ? 1 : half[i] / Math.abs(way[i]))));
  return [0, 1].map(i => (from[i] + way[i] * Math.min(part, 0.45)) * scales[i]);
}

function arrow([ax, ay], [bx, by], thick, n, labels) {
  const long = Math.hypot(bx - ax, by - ay) || 1;
  const [ux, uy] = [(bx - ax) / long, (by - ay) / long];
  const bend = Math.max(16, Math.min(long * 0.16, 60));
  const [cx, cy] = [(ax + bx) / 2 - uy * bend, (ay + by) / 2 + ux * bend];
  const head = thick * 1.6 + 5;
  const turn = Math.hypot(bx - cx, by - cy) || 1;
  const [vx, vy] = [(bx - cx) / turn, (by - cy) / turn];
  const [hx, hy] = [bx - vx * head, by - vy * head];
  const point = `${bx},${by} ${hx - vy * head * 0.55},${hy + vx * head * 0.55} ${hx + vy * head * 0.55},${hy - vx * head * 0.55}`;
  // A bend to its own right keeps both directions apart at their ends, too.
  n === null || labels.push(svg('text', { class: 'way-n', x: (ax + bx) / 2 - uy * (bend / 2 + 10), y: (ay + by) / 2 + ux * (bend / 2 + 10) + 6, 'text-anchor': 'middle' }, count(n)));
  return [
    svg('path', { class: 'way', d: `M${ax} ${ay}Q${cx} ${cy} ${hx} ${hy}`, 'stroke-width': thick }),
    svg('polygon', { class: 'way-head', points: point }),
  ];
}
