/** uPlot with this page's colours and fonts, redrawn when the room or the theme changes. */
import uPlot from '../vendor/uplot/uPlot.esm.js';
import { onThemeChange } from './theme.js';

/** The value of a custom property of the style sheets: canvas knows none. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** An axis in the page's colours. */
export function axis(options) {
  return {
    stroke: () => colour('muted'),
    font: '12px system-ui, sans-serif',
    labelFont: '12px system-ui, sans-serif',
    labelSize: 18,
    labelGap: 0,
    // On logarithmic scales uPlot would leave labels out by itself.
    filter: (_, splits) => splits,
    grid: { stroke: () => colour('grid'), width: 1 },
    ticks: { stroke: () => colour('grid'), width: 1, size: 4 },
    ...options,
  };
}

/**
 * A chart in {@code host}, whose width it takes.
 *
 * @param build gives uPlot's options (without width) and data
 */
export class Chart {
  #host;
  #build = null;
  #plot = null;

  constructor(host) {
    this.#host = host;
    new ResizeObserver(() => this.#fit()).observe(host);
    onThemeChange(() => this.#draw());
  }

  show(build) {
    this.#build = build;
    this.#draw();
  }

  #fit() {
    const width = this.#host.clientWidth;
    if (width > 0 && this.#plot === null) {
      this.#draw();
    } else if (width > 0 && width !== this.#plot.width) {
      this.#plot.setSize({ width, height: this.#plot.height });
    }
  }

  #draw() {
    this.#plot?.destroy();
    this.#plot = null;
    const width = this.#host.clientWidth;
    if (width > 0 && this.#build) {
      const { options, data } = this.#build(width);
      this.#plot = new uPlot({ legend: { show: false }, ...options, width }, data, this.#host);
    }
  }
}

export { uPlot };
