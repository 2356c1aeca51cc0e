// @ts-check
/** How the points of the scatter are placed, drawn and found. */
import { axis, colour, uPlot } from '../core/chart.js';
import { shortMoney } from '../core/format.js';
import { shapeOf } from './shapes.js';

/** @import { Build, Points } from '../core/chart.js' */
/** @import { Point } from '../core/types.js' */

/** @typedef {{ over: (u: uPlot, item: Point | null) => void, open: (item: Point) => void }} AtPointer what is done with the item there */

const HEIGHT = 300;
const REACH_PIXELS = 14;
const POINT_PIXELS = 4;
const DENSE_POINT_PIXELS = 2.8;
// So many points cover each other.
const DENSE = 400;
// Money spans six orders of magnitude and may be negative: asinh is linear below these, logarithmic above.
const LINEAR_UPFRONT = 100;
const LINEAR_SAVINGS = 100;

/**
 * uPlot's options and data.
 *
 * @param {string[]} verdicts one series each
 * @param {Point[][]} groups their items
 * @param {AtPointer} point
 * @returns {ReturnType<Build>}
 */
export function scatterPlot(verdicts, groups, point) {
  const points = groups.flat();
  const dense = points.length > DENSE;
  // What is worth tuning is drawn last, over the rest.
  const order = verdicts.map((_, index) => index).reverse();
  /** @type {Points} */
  const data = [null, ...order.map((index) => coordinates(groups[index]))];
  return {
    data,
    options: {
      mode: 2,
      height: HEIGHT,
      padding: [12, 16, 0, 0],
      scales: {
        x: { time: false, distr: 4, asinh: LINEAR_UPFRONT, range: () => range(points.map((item) => item.upfrontCost), LINEAR_UPFRONT) },
        y: { distr: 4, asinh: LINEAR_SAVINGS, range: () => range([0, ...points.map((item) => item.monthlySavings)], LINEAR_SAVINGS) },
      },
      axes: [
        axis({ scale: 'x', label: 'Upfront cost', values: (_, splits) => splits.map((value) => shortMoney(value)), size: 30,
          splits: (_, __, low, high) => decades(low, high, LINEAR_UPFRONT) }),
        axis({ scale: 'y', label: 'Savings a month', values: (_, splits) => splits.map((value) => shortMoney(value)), size: 62,
          splits: (_, __, low, high) => decades(low, high, LINEAR_SAVINGS) }),
      ],
      cursor: { drag: { x: false, y: false }, x: false, y: false, points: { show: false } },
      series: [{}, ...order.map((index) => ({
        facets: [{ scale: 'x', auto: true }, { scale: 'y', auto: true }], paths: painter(verdicts[index], dense),
      }))],
      hooks: { ready: [(u) => listen(u, points, point)], drawAxes: [zeroLine] },
    },
  };
}

/**
 * @param {Point[]} items
 * @returns {[number[], number[]]}
 */
function coordinates(items) {
  return [items.map((item) => item.upfrontCost), items.map((item) => item.monthlySavings)];
}

/**
 * @param {uPlot} u
 * @param {Point[]} points
 * @param {AtPointer} point
 */
function listen(u, points, point) {
  /** @param {MouseEvent} event */
  const nearest = (event) => {
    const bounds = u.over.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    let best = null;
    let least = REACH_PIXELS ** 2;
    for (const item of points) {
      const away = (u.valToPos(item.upfrontCost, 'x') - x) ** 2 + (u.valToPos(item.monthlySavings, 'y') - y) ** 2;
      if (away < least) {
        least = away;
        best = item;
      }
    }
    return best;
  };
  u.over.addEventListener('pointermove', (event) => point.over(u, nearest(event)));
  u.over.addEventListener('pointerleave', () => point.over(u, null));
  u.over.addEventListener('click', (event) => {
    const item = nearest(event);
    if (item) {
      point.open(item);
    }
  });
}

/**
 * A little beyond the lowest and the highest, on an asinh scale.
 *
 * @param {number[]} values
 * @param {number} linear below it the scale is linear
 * @returns {[number, number]}
 */
function range(values, linear) {
  if (values.length === 0) {
    return [0, linear];
  }
  const scaled = values.map((value) => Math.asinh(value / linear));
  const low = Math.min(...scaled);
  const high = Math.max(...scaled);
  const room = Math.max(0.25, 0.06 * (high - low));
  return [linear * Math.sinh(low - room), linear * Math.sinh(high + room)];
}

/**
 * Zero and the powers of ten from the linear part on, every second one where there are many.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} linear
 */
function decades(low, high, linear) {
  const most = Math.max(Math.abs(low), Math.abs(high));
  const powers = [];
  for (let power = linear; power <= most; power *= 10) {
    powers.push(power);
  }
  const kept = powers.length > 6 ? powers.filter((_, index) => index % 2 === 0) : powers;
  return [...kept.map((power) => -power).reverse(), 0, ...kept].filter((value) => value >= low && value <= high);
}

/**
 * @param {string} verdict
 * @param {boolean} dense
 * @returns {uPlot.Series.PathBuilder}
 */
function painter(verdict, dense) {
  return (u, seriesIndex) => {
    uPlot.orient(u, seriesIndex, (_, xs, ys, scaleX, scaleY, positionX, positionY, left, top, width, height) => {
      const size = (dense ? DENSE_POINT_PIXELS : POINT_PIXELS) * devicePixelRatio;
      const path = new Path2D();
      ys.forEach((y, index) => {
        if (y !== null) {
          shapeOf(verdict)(path, positionX(xs[index], scaleX, width, left), positionY(y, scaleY, height, top), size);
        }
      });
      u.ctx.save();
      u.ctx.fillStyle = colour(`verdict-${verdict}`);
      u.ctx.globalAlpha = dense && verdict === 'NOT_APPLICABLE' ? 0.35 : 0.85;
      u.ctx.fill(path);
      u.ctx.restore();
    });
    return null;
  };
}

/** @param {uPlot} u */
function zeroLine(u) {
  const y = Math.round(u.valToPos(0, 'y', true));
  if (y < u.bbox.top || y > u.bbox.top + u.bbox.height) {
    return;
  }
  u.ctx.save();
  u.ctx.strokeStyle = colour('muted');
  u.ctx.lineWidth = devicePixelRatio;
  u.ctx.beginPath();
  u.ctx.moveTo(u.bbox.left, y);
  u.ctx.lineTo(u.bbox.left + u.bbox.width, y);
  u.ctx.stroke();
  u.ctx.restore();
}
