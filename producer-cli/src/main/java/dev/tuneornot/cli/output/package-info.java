/**
 * Rows on standard output, as a table for people, as JSON, JSON Lines or CSV for programs; and how
 * each of our records looks as a row ({@code ...Layout}).
 *
 * <p>Imports the model classes, Jackson, fastcsv, ascii-table, the JSON codec of {@code schemas},
 * {@code portfolio.figures} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.output;

import org.jspecify.annotations.NullMarked;
