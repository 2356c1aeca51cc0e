/**
 * Records from files and standard input: JSON Lines, a JSON array or CSV, read one by one, each
 * accepted or refused with all that is wrong with it.
 *
 * <p>Imports the strict reader of {@code schemas}, fastcsv, progressbar and {@code console}.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.input;

import org.jspecify.annotations.NullMarked;
