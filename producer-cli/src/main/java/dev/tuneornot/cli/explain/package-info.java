/**
 * A recommendation in words, for a person: what was decided and why, what it costs and saves, what
 * is risky, what to do next, and what would change it.
 *
 * <p>The advice is that of the guide "When to Fine-Tune". Sentences are pure functions of the
 * recommendation. Imports the model classes and {@code output}; the command alone imports more.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.explain;

import org.jspecify.annotations.NullMarked;
