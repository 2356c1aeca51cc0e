package dev.tuneornot.streams.rollup;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;

/**
 * What one proposal adds to the sums of its portfolio.
 *
 * @param monthlySavings USD a month; 0 unless the verdict is GO, like the next two
 * @param decisionMonthlyCost USD a month; 0 where not known, like the next one
 */
public record Contribution(
    String portfolio,
    Decision decision,
    Verdict verdict,
    double monthlySavings,
    double upfrontCost,
    double netBenefit,
    double decisionMonthlyCost,
    double switchSavings) {}
