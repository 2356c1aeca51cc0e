/**
 * How our records look as rows: which columns a person sees, and the same in full for programs.
 *
 * <p>Imports {@code output}, the model classes and the JSON codec. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.rows;

import org.jspecify.annotations.NullMarked;
