// @ts-check
/** How the curves of cumulative cost are drawn, and their crossing marked. */
import { axis, colour } from '../core/chart.js';
import { money, months, shortMoney } from '../core/format.js';

/** @import { Build, uPlot } from '../core/chart.js' */
/** @import { Lines } from './course.js' */

const HEIGHT = 280;
const STEPS = 120;

/**
 * uPlot's options and data.
 *
 * @param {Lines} course
 * @param {(sentence: string | null) => void} say gets one about the month at the pointer, null where there is none
 * @returns {ReturnType<Build>}
 */
export function breakevenPlot(course, say) {
  const at = Array.from({ length: STEPS + 1 }, (_, index) => (course.end * index) / STEPS);
  return {
    data: [at, at.map(course.baselineAt), at.map(course.tunedAt)],
    options: {
      height: HEIGHT,
      padding: [18, 16, 0, 0],
      scales: { x: { time: false, range: () => [0, course.end] }, y: { range: (_, low, high) => [Math.min(0, low), high * 1.06 || 1] } },
      axes: [
        axis({ label: 'Months', size: 30, values: (_, splits) => splits.map((value) => String(Number(value.toFixed(2)))) }),
        axis({ size: 62, values: (_, splits) => splits.map((value) => shortMoney(value)) }),
      ],
      cursor: { drag: { x: false, y: false }, y: false, points: { size: 7 } },
      series: [{},
        { stroke: () => colour('baseline'), width: 2, dash: [6, 4], pxAlign: 0, points: { show: false } },
        { stroke: () => colour('tuned'), width: 2.5, pxAlign: 0, points: { show: false } }],
      hooks: {
        drawAxes: [(u) => tint(u, course)],
        draw: [(u) => mark(u, course)],
        setCursor: [(u) => say(u.cursor.idx === null || u.cursor.idx === undefined ? null : sentence(course, at[u.cursor.idx]))],
      },
    },
  };
}

/**
 * @param {Lines} course
 * @param {number} month
 */
function sentence(course, month) {
  const saved = course.baselineAt(month) - course.tunedAt(month);
  return `After ${months(month)}: ${money(course.baselineAt(month))} on the baseline, ${money(course.tunedAt(month))} tuned,`
    + ` ${saved >= 0 ? `${money(saved)} saved` : `${money(-saved)} still to win back`}.`;
}

/**
 * Red between the lines until they cross, green from there on.
 *
 * @param {uPlot} u
 * @param {Lines} course
 */
function tint(u, course) {
  const crossing = course.payback !== null && course.payback < course.end ? course.payback : null;
  /** @type {(from: number, to: number, name: string) => void} */
  const fill = (from, to, name) => {
    u.ctx.beginPath();
    u.ctx.moveTo(u.valToPos(from, 'x', true), u.valToPos(course.baselineAt(from), 'y', true));
    u.ctx.lineTo(u.valToPos(to, 'x', true), u.valToPos(course.baselineAt(to), 'y', true));
    u.ctx.lineTo(u.valToPos(to, 'x', true), u.valToPos(course.tunedAt(to), 'y', true));
    u.ctx.lineTo(u.valToPos(from, 'x', true), u.valToPos(course.tunedAt(from), 'y', true));
    u.ctx.closePath();
    u.ctx.fillStyle = colour(name);
    u.ctx.fill();
  };
  u.ctx.save();
  fill(0, crossing ?? course.end, 'tint-loss');
  if (crossing !== null) {
    fill(crossing, course.end, 'tint-gain');
  }
  u.ctx.restore();
}

/**
 * @param {uPlot} u
 * @param {Lines} course
 */
function mark(u, course) {
  const { retirement } = course;
  if (retirement === course.horizon) {
    upright(u, retirement, 'horizon: model retires');
  } else {
    upright(u, course.horizon, 'horizon');
    upright(u, retirement ?? Infinity, 'model retires');
  }
  if (course.payback !== null && course.payback <= course.end) {
    const x = u.valToPos(course.payback, 'x', true);
    const y = u.valToPos(course.baselineAt(course.payback), 'y', true);
    u.ctx.save();
    u.ctx.beginPath();
    u.ctx.arc(x, y, 5 * devicePixelRatio, 0, 2 * Math.PI);
    u.ctx.fillStyle = colour('surface');
    u.ctx.strokeStyle = colour('text');
    u.ctx.lineWidth = 2 * devicePixelRatio;
    u.ctx.fill();
    u.ctx.stroke();
    u.ctx.restore();
    // Below and to the right of the crossing there is no line.
    label(u, months(course.payback), x + 12 * devicePixelRatio, y + 18 * devicePixelRatio, 'text', 'left');
  }
}

/**
 * @param {uPlot} u
 * @param {number} month
 * @param {string} text
 */
function upright(u, month, text) {
  const { max } = u.scales.x;
  if (max === undefined || month > max) {
    return;
  }
  const x = Math.round(u.valToPos(month, 'x', true));
  u.ctx.save();
  u.ctx.strokeStyle = colour('muted');
  u.ctx.lineWidth = devicePixelRatio;
  u.ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  u.ctx.beginPath();
  u.ctx.moveTo(x, u.bbox.top);
  u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
  u.ctx.stroke();
  u.ctx.restore();
  label(u, text, x, u.bbox.top - 4 * devicePixelRatio, 'muted');
}

/**
 * @param {uPlot} u
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} name of the colour
 * @param {'center' | 'left'} [align]
 */
function label(u, text, x, y, name, align = 'center') {
  u.ctx.save();
  u.ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
  u.ctx.fillStyle = colour(name);
  const width = u.ctx.measureText(text).width;
  const wished = align === 'center' ? x - width / 2 : x;
  const left = Math.min(Math.max(wished, u.bbox.left), u.bbox.left + u.bbox.width - width);
  u.ctx.textAlign = 'left';
  u.ctx.fillText(text, left, y);
  u.ctx.restore();
}
