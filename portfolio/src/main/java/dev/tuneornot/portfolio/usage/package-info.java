/**
 * Measured usage from what gateways and providers export: one class a source ({@code LiteLlmSpend},
 * {@code OpenAiUsage}, ...) makes {@link dev.tuneornot.portfolio.usage.UsageRow}s of it, {@link
 * dev.tuneornot.portfolio.usage.KeyMap} says to which proposal a row belongs, {@link
 * dev.tuneornot.portfolio.usage.UsageSums} adds them up, and {@link
 * dev.tuneornot.portfolio.usage.UsageMeasurement} makes usage of the sums.
 *
 * <p>Rows are read one by one, so memory holds the sums only. Whether tokens of a prompt cache are
 * part of a source's input count is a fact of each source and stands in its class. Imports {@code
 * catalogue} and {@code whatif}, Jackson's streaming parser and fastcsv. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.usage;

import org.jspecify.annotations.NullMarked;
