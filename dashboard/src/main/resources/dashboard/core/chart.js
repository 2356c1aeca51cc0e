// @ts-check
/** uPlot with this page's colours and fonts, redrawn when the room or the theme changes. */
import uPlot from '../vendor/uplot/uPlot.esm.js';
import { onThemeChange } from './theme.js';

/**
 * @typedef {(null | [number[], number[]])[]} Points of mode 2: none, then the x and the y of each series
 * @typedef {(width: number) => { options: Omit<uPlot.Options, 'width'>, data: uPlot.AlignedData | Points }} Build
 */

/**
 * The value of a custom property of the style sheets: canvas knows none.
 *
 * @param {string} name
 */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/**
 * An axis in the page's colours.
 *
 * @param {uPlot.Axis} options
 * @returns {uPlot.Axis}
 */
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

/** A chart in an element, whose width it takes. */
export class Chart {
  #host;
  /** @type {Build | null} */ #build = null;
  /** @type {uPlot | null} */ #plot = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    new ResizeObserver(() => this.#fit()).observe(host);
    onThemeChange(() => this.#draw());
  }

  /** @param {Build} build */
  show(build) {
    this.#build = build;
    this.#draw();
  }

  #fit() {
    const width = this.#host.clientWidth;
    if (width === 0) {
      return;
    }
    if (this.#plot === null) {
      this.#draw();
    } else if (width !== this.#plot.width) {
      this.#plot.setSize({ width, height: this.#plot.height });
    }
  }

  #draw() {
    this.#plot?.destroy();
    this.#plot = null;
    const width = this.#host.clientWidth;
    if (width > 0 && this.#build) {
      const { options, data } = this.#build(width);
      // uPlot's types know the data of mode 1 only.
      this.#plot = new uPlot({ legend: { show: false }, ...options, width }, /** @type {uPlot.AlignedData} */ (data), this.#host);
    }
  }
}

export { uPlot };
