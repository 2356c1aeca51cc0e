/**
 * Rows on standard output: as a table for people, as JSON, JSON Lines or CSV for programs.
 *
 * <p>Knows how rows are written, not what is in them: each feature gives a {@link
 * dev.tuneornot.cli.output.Layout}. Imports Avro, Jackson, fastcsv, ascii-table, the JSON codec of
 * {@code schemas} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.output;

import org.jspecify.annotations.NullMarked;
