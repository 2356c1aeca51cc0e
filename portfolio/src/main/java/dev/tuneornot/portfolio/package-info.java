/**
 * Questions over many recommendations, and one of them in words.
 *
 * <p>Pure, as the rules are: no clock, no I/O and no Kafka; what is read is handed in. Besides the
 * JDK only {@code dev.tuneornot.model}, {@code .schemas} and {@code .evaluation} may be imported,
 * and readers and writers of JSON, CSV and spreadsheets.
 *
 * <ul>
 *   <li>{@code explanation}: the reasons of a recommendation
 *   <li>{@code whatif}: other prices, policies or usage, or a model less
 *   <li>{@code ranking}: what to fund first, and to host together
 *   <li>{@code summary}: sums of portfolios
 *   <li>{@code catalogue}, {@code prices}: public price catalogues become prices
 *   <li>{@code usage}: exports of gateways and providers become measured usage
 *   <li>{@code sheet}: tables of cells, out of spreadsheets and text files
 *   <li>{@code importing}: proposals out of a sheet as people keep it
 *   <li>{@code models}: models as people write their names
 *   <li>{@code figures}: amounts for people
 * </ul>
 */
@NullMarked
package dev.tuneornot.portfolio;

import org.jspecify.annotations.NullMarked;
