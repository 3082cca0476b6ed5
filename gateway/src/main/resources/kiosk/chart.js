// Charts with axes, by a library that is fetched only by the screens that draw them.
import { locale } from './text.js';

const LIBRARY = '/kiosk/lib/echarts.js';
let loading = null;

function library() {
  loading ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.addEventListener('load', () => done(globalThis.echarts));
    script.addEventListener('error', () => {
      loading = null;
      failed(new Error('the chart library did not come'));
    });
    document.head.append(script);
  });
  return loading;
}

/** Has the library fetched while a screen still reads its rows. */
export function prepare() {
  library().catch(() => null);
}

const styles = () => getComputedStyle(document.documentElement);

/** A colour of the page's palette. */
export function colour(name) {
  return styles().getPropertyValue(`--${name}`).trim();
}

/** Draws into a root, whose other contents stay; draws again when asked with other options. Answers the chart. */
export async function draw(root, option, clicked = null) {
  const echarts = await library();
  const chart = echarts.getInstanceByDom(root) ?? echarts.init(root, null, { renderer: 'canvas', locale: locale() === 'zh-CN' ? 'ZH' : 'EN' });
  const size = parseFloat(styles().fontSize) * 1.15;
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size, color: colour('quiet') },
    grid: { left: size, right: size, top: size * 1.6, bottom: size * 0.5, containLabel: true },
    ...option,
  }, true);
  chart.resize();
  chart.off('click');
  if (clicked !== null) {
    chart.on('click', event => clicked(event));
  }
  return chart;
}

/** To be called before the root is thrown away. */
export function forget(root) {
  globalThis.echarts?.getInstanceByDom(root)?.dispose();
}

/** An axis of names with letters of the page's size. */
export function nameAxis(names) {
  const size = parseFloat(styles().fontSize) * 1.1;
  return {
    type: 'category', data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('faint') } },
    axisLabel: { fontSize: size, color: colour('quiet'), hideOverlap: true },
  };
}

export function valueAxis(format, least = 0) {
  const size = parseFloat(styles().fontSize) * 1.1;
  return {
    type: 'value', min: least, splitNumber: 4, minInterval: least === 0 ? 1 : undefined,
    axisLabel: { fontSize: size, color: colour('quiet'), formatter: format }, splitLine: { lineStyle: { color: '#e3e7ec' } },
  };
}
