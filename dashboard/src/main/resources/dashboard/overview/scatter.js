/** Upfront cost against monthly savings, a point a proposal: where the money is. */
import { api } from '../core/api.js';
import { verdictsInOrder } from '../core/badges.js';
import { axis, Chart, colour, uPlot } from '../core/chart.js';
import { card, replaceAlternative, tableAlternative } from '../core/card.js';
import { coalesce, h, s } from '../core/dom.js';
import { count, money, shortMoney } from '../core/format.js';
import { navigate, proposalHash } from '../core/router.js';
import { verdictLabel } from '../core/words.js';
import { conditions } from './filters.js';
import { SHAPES } from './shapes.js';

const REFRESH_MILLIS = 4000;
const MOST_POINTS = 2000;
const TABLE_ROWS = 100;
const HEIGHT = 300;
const REACH_PIXELS = 14;
// Money spans six orders of magnitude and may be negative: asinh is linear below these, logarithmic above.
const LINEAR_UPFRONT = 100;
const LINEAR_SAVINGS = 100;

export function scatter() {
  const view = card({ title: 'Where the money is', name: 'scatter', hint: '' });
  const legend = h('ul', { class: 'legend', 'aria-hidden': 'true' });
  const host = h('div', { class: 'chart', role: 'img' });
  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  const alternative = h('div', {});
  view.body.append(legend, h('div', { class: 'chart-box' }, host, tip), alternative);
  const chart = new Chart(host);
  let filter = null;
  let pending = null;

  function draw(answer) {
    const items = answer.items;
    if (items.length === 0) {
      view.empty('No proposal here has candidates whose costs are known.');
      return;
    }
    const verdicts = verdictsInOrder([...new Set(items.map((item) => item.verdict))]);
    const groups = verdicts.map((verdict) => items.filter((item) => item.verdict === verdict));
    legend.replaceChildren(...verdicts.map((verdict) => h('li', {}, sample(verdict), verdictLabel(verdict))));
    view.hint.textContent = 'Upfront cost and savings a month of each best candidate'
      + (answer.total > items.length ? `; the ${count(items.length)} that move the most of ${count(answer.total)}` : '');
    host.setAttribute('aria-label', `Scatter of upfront cost and savings a month. ${verdicts.map((verdict, index) =>
      `${verdictLabel(verdict)}: ${groups[index].length}`).join(', ')}. The figures are in the table below.`);
    view.ready();
    chart.show(() => plot(verdicts, groups));
    replaceAlternative(alternative, tableAlternative(
      items.length > TABLE_ROWS ? `As a table (the first ${TABLE_ROWS})` : 'As a table',
      ['Proposal', 'Verdict', 'Upfront', 'Savings a month'],
      items.slice(0, TABLE_ROWS).map((item) => [h('a', { href: proposalHash(item.proposalId) }, item.title || item.proposalId),
        verdictLabel(item.verdict), money(item.upfrontCost), money(item.monthlySavings)])));
  }

  function plot(verdicts, groups) {
    const points = groups.flat();
    return {
      data: [null, ...groups.map((items) => [items.map((item) => item.upfrontCost), items.map((item) => item.monthlySavings)])],
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
        series: [{}, ...verdicts.map((verdict) => ({
          facets: [{ scale: 'x', auto: true }, { scale: 'y', auto: true }], paths: painter(verdict),
        }))],
        hooks: { ready: [(u) => listen(u, points)], drawAxes: [zeroLine] },
      },
    };
  }

  function listen(u, points) {
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
    u.over.addEventListener('pointermove', (event) => showTip(u, nearest(event)));
    u.over.addEventListener('pointerleave', () => { tip.hidden = true; });
    u.over.addEventListener('click', (event) => {
      const item = nearest(event);
      if (item) {
        navigate(proposalHash(item.proposalId));
      }
    });
  }

  function showTip(u, item) {
    u.over.classList.toggle('hot', item !== null);
    tip.hidden = item === null;
    if (item === null) {
      return;
    }
    tip.replaceChildren(
      h('strong', {}, item.title || item.proposalId),
      h('span', {}, verdictLabel(item.verdict)),
      h('span', {}, `${money(item.upfrontCost)} upfront, ${money(item.monthlySavings, { signed: true })} a month`));
    const left = u.over.offsetLeft + u.valToPos(item.upfrontCost, 'x');
    const flip = left > host.clientWidth / 2;
    tip.style.left = flip ? 'auto' : `${left + 14}px`;
    tip.style.right = flip ? `${host.clientWidth - left + 14}px` : 'auto';
    tip.style.top = `${Math.max(0, u.over.offsetTop + u.valToPos(item.monthlySavings, 'y') - 24)}px`;
  }

  async function load(keep) {
    pending?.abort();
    const mine = new AbortController();
    pending = mine;
    view.loading();
    try {
      draw(await api.scatter({ ...conditions(filter), limit: MOST_POINTS }, mine.signal));
    } catch (error) {
      if (error.name !== 'AbortError' && !keep) {
        view.failed(error, () => load(false));
      }
    }
  }

  return {
    element: view.element,
    show(next) {
      filter = next;
      load(false);
    },
    refresh: coalesce(() => load(true), REFRESH_MILLIS),
  };
}

/** A little beyond the lowest and the highest, on an asinh scale. */
function range(values, linear) {
  const scaled = values.map((value) => Math.asinh(value / linear));
  const low = Math.min(...scaled);
  const high = Math.max(...scaled);
  const room = Math.max(0.25, 0.06 * (high - low));
  return [linear * Math.sinh(low - room), linear * Math.sinh(high + room)];
}

/** Zero and the powers of ten from the linear part on, every second one where there are many. */
function decades(low, high, linear) {
  const most = Math.max(Math.abs(low), Math.abs(high));
  const powers = [];
  for (let power = linear; power <= most; power *= 10) {
    powers.push(power);
  }
  const kept = powers.length > 6 ? powers.filter((_, index) => index % 2 === 0) : powers;
  return [...kept.map((power) => -power).reverse(), 0, ...kept].filter((value) => value >= low && value <= high);
}

function painter(verdict) {
  return (u, seriesIndex) => {
    uPlot.orient(u, seriesIndex, (series, dataX, dataY, scaleX, scaleY, positionX, positionY, left, top, width, height) => {
      const [xs, ys] = u.data[seriesIndex];
      const size = 4 * devicePixelRatio;
      const path = new Path2D();
      for (let index = 0; index < xs.length; index += 1) {
        (SHAPES[verdict] ?? SHAPES.NOT_APPLICABLE)(path, positionX(xs[index], scaleX, width, left),
          positionY(ys[index], scaleY, height, top), size);
      }
      u.ctx.save();
      u.ctx.fillStyle = colour(`verdict-${verdict}`);
      u.ctx.globalAlpha = 0.85;
      u.ctx.fill(path);
      u.ctx.restore();
    });
    return null;
  };
}

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

/** The shape of a verdict, for the legend. */
function sample(verdict) {
  const steps = [];
  const pen = {
    moveTo: (x, y) => steps.push(`M${x} ${y}`),
    lineTo: (x, y) => steps.push(`L${x} ${y}`),
    closePath: () => steps.push('Z'),
    arc: (x, y, r) => steps.push(`A${r} ${r} 0 1 1 ${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}`),
    rect: (x, y, width, height) => steps.push(`M${x} ${y}h${width}v${height}h${-width}Z`),
  };
  (SHAPES[verdict] ?? SHAPES.NOT_APPLICABLE)(pen, 6, 6, 4);
  return s('svg', { viewBox: '0 0 12 12', width: 12, height: 12, class: 'shape', 'data-verdict': verdict },
    s('path', { d: steps.join('') }));
}
