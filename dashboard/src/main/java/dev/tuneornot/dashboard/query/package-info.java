/**
 * The questions that the page asks, as SQL that is quick with a million recommendations.
 *
 * <p>May import {@code sql}, {@code projection} for what the rows mean, and the schemas. Nothing
 * here knows HTTP. Non-null by default.
 */
@NullMarked
package dev.tuneornot.dashboard.query;

import org.jspecify.annotations.NullMarked;
