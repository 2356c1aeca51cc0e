/**
 * Tables of cells as people keep them: spreadsheets (.xlsx) and text with a separator between the
 * columns. What a cell means for a proposal is decided elsewhere.
 *
 * <p>Pure: reads and writes streams that are handed in. May import fastcsv, fastexcel and {@code
 * schemas}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.sheet;

import org.jspecify.annotations.NullMarked;
