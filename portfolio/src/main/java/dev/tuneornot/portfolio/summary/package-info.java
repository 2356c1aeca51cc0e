/**
 * Sums of amounts by portfolio, exact as those of the streams app (docs/rules.md section 10).
 *
 * <p>Pure; imports the model classes only. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.summary;

import org.jspecify.annotations.NullMarked;
