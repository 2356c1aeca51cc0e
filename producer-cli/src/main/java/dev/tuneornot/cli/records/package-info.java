/**
 * What proposals, prices and policies have in common on the command line: check a file, send it.
 *
 * <p>Imports {@code input}, {@code connection} and {@code output}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.records;

import org.jspecify.annotations.NullMarked;
