/**
 * {@code proposals send} and {@code delete}, which can wait for answers. What else can be done with
 * proposals is in {@code records}.
 *
 * <p>Imports {@code records} and what that imports. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.proposals;

import org.jspecify.annotations.NullMarked;
