// @ts-check
/** A shape a verdict, so that points are told apart without their colour. */
import { s } from '../core/dom.js';

/**
 * @typedef {Pick<Path2D, 'moveTo' | 'lineTo' | 'closePath' | 'arc' | 'rect'>} Pen
 * @typedef {(path: Pen, x: number, y: number, size: number) => void} Shape
 */

/** @type {Record<string, Shape>} */
const SHAPES = {
  GO: circle,
  CAUTION: triangle,
  NO_GO: cross,
  PENDING_PRICE: square,
  NOT_APPLICABLE: diamond,
};

/**
 * Of a verdict that is not known, too.
 *
 * @param {string} verdict
 */
export function shapeOf(verdict) {
  return SHAPES[verdict] ?? diamond;
}

/** @type {Shape} */
function circle(path, x, y, size) {
  path.moveTo(x + size, y);
  path.arc(x, y, size, 0, 2 * Math.PI);
}

/**
 * @param {Pen} path
 * @param {[number, number][]} corners
 */
function polygon(path, corners) {
  corners.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
}

/** @type {Shape} */
function triangle(path, x, y, size) {
  polygon(path, [[x, y - 1.2 * size], [x + 1.1 * size, y + 0.9 * size], [x - 1.1 * size, y + 0.9 * size]]);
}

/** @type {Shape} */
function square(path, x, y, size) {
  path.rect(x - 0.85 * size, y - 0.85 * size, 1.7 * size, 1.7 * size);
}

/** @type {Shape} */
function diamond(path, x, y, size) {
  polygon(path, [[x, y - 1.2 * size], [x + 1.2 * size, y], [x, y + 1.2 * size], [x - 1.2 * size, y]]);
}

/** @type {Shape} */
function cross(path, x, y, size) {
  const thin = 0.35 * size;
  const long = 1.05 * size;
  /** @type {[number, number][]} */
  const corners = [[-long, -long + thin], [-long + thin, -long], [0, -thin], [long - thin, -long], [long, -long + thin],
    [thin, 0], [long, long - thin], [long - thin, long], [0, thin], [-long + thin, long], [-long, long - thin], [-thin, 0]];
  polygon(path, corners.map(([dx, dy]) => [x + dx, y + dy]));
}

/**
 * The shape of a verdict, for the legend.
 *
 * @param {string} verdict
 */
export function shapeSample(verdict) {
  /** @type {string[]} */
  const steps = [];
  /** @type {Pen} */
  const pen = {
    moveTo: (x, y) => steps.push(`M${x} ${y}`),
    lineTo: (x, y) => steps.push(`L${x} ${y}`),
    closePath: () => steps.push('Z'),
    arc: (x, y, r) => steps.push(`A${r} ${r} 0 1 1 ${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}`),
    rect: (x, y, width, height) => steps.push(`M${x} ${y}h${width}v${height}h${-width}Z`),
  };
  shapeOf(verdict)(pen, 6, 6, 4);
  return s('svg', { viewBox: '0 0 12 12', width: 12, height: 12, class: 'shape', 'data-verdict': verdict },
    s('path', { d: steps.join('') }));
}
