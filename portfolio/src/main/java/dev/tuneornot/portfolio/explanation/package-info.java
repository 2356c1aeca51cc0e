/**
 * A recommendation in words: what was decided and why, what it costs and saves, what is risky, what
 * to do next, and what would change it.
 *
 * <p>Sentences, names and reasons are made here and nowhere else; the command line prints them, the
 * API sends them, the page shows them. {@link Explanation} is what is made, {@link Explainer} makes
 * it, one class a section beside it. The advice is that of the guide "When to Fine-Tune". What the
 * rules know (the leaves of the tree, the cells of the matrix) is asked of {@code evaluation}
 * rather than repeated. Imports the model classes, {@code evaluation} and {@code figures}. Non-null
 * by default.
 */
@NullMarked
package dev.tuneornot.portfolio.explanation;

import org.jspecify.annotations.NullMarked;
