/**
 * The bounds of the three inputs (docs/rules.md, section 1), as pure functions that report every
 * violation at once.
 *
 * <p>May import {@code dev.tuneornot.model} and the JDK, nothing else. Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas.validation;

import org.jspecify.annotations.NullMarked;
