// @ts-check
/** The lines of cumulative cost: what has been spent after so many months, today's way and tuned. */

/** @import { Course } from '../core/types.js' */

const LONGEST_MONTHS = 60;

/** @typedef {ReturnType<typeof linesOf>} Lines in US dollars and months */

/** @param {Course} course */
export function linesOf(course) {
  const payback = course.paybackMonths ?? null;
  return {
    end: Math.min(LONGEST_MONTHS, Math.max(course.horizonMonths * 1.1, payback === null ? 0 : payback * 1.25, 1)),
    horizon: course.horizonMonths,
    payback,
    retirement: course.retirementMonths ?? null,
    /** @param {number} month */
    baselineAt: (month) => course.baselinePerMonth * month,
    /** @param {number} month */
    tunedAt: (month) => course.upfrontCost + course.tunedPerMonth * month,
  };
}
