/**
 * What every command shares with the shell: streams, terminal, exit codes, messages of failure.
 *
 * <p>Imports picocli and JLine, and nothing of the other packages. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.console;

import org.jspecify.annotations.NullMarked;
