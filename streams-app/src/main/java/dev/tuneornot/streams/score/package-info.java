/**
 * The evaluating task: answers proposals, re-scores those that a change concerns, and tells of it.
 *
 * <p>The way of a proposal, from topic to topic. {@code EvaluateProcessor} takes the record, {@code
 * Admission} checks it, {@code RecordDecoder} reads it, {@code TaskWork.accept} hands it to {@code
 * Portfolio.answer}: {@code Pages.find} tells the last outcome, {@code UsageBook} what was
 * measured, {@code Scorer} returns recommendation and outcome, {@code Pages.put} stores the
 * proposal with it and changes its {@code Page}, {@code PortfolioPartials} counts it, {@code
 * Outputs} sends recommendation and, where the verdict is another, the change.
 *
 * <p>The way of a price. {@code ValidateProcessor} takes the record, checks and reads it the same
 * way, gives it its {@code ChangeVersion}, and sends it to every partition. There {@code
 * EvaluateProcessor} takes it, {@code TaskWork.change} puts it into {@code ReferenceBook} and
 * {@code ModelDates}, notes it in {@code Sweep}, and begins its report in {@code ImpactPartials}.
 * In each slice {@code TaskWork.sweep} asks {@code Sweep.next} for a row, {@code Portfolio.rescore}
 * reads its proposal through {@code ProposalStore}, scores it as above, and puts the outcome into
 * its page; {@code ImpactPartials} counts it. {@code Pages.flush} writes the pages that have
 * changed. {@code SumImpactsProcessor} adds the reports of all tasks.
 *
 * <p>May import {@code inbound}, {@code reference}, {@code pages}, {@code sweep}, {@code impact},
 * {@code rollup} and {@code meters}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.score;

import org.jspecify.annotations.NullMarked;
