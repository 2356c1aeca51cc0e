/**
 * Records from rows of text cells, such as those of a CSV file: columns are named by dotted paths,
 * an empty cell is not given, the values of a list stand between semicolons.
 *
 * <p>Knows nothing of CSV's syntax. May import {@code schemas}, {@code validation}, {@code
 * convert}, {@code json.Entry} and Avro. Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas.text;

import org.jspecify.annotations.NullMarked;
