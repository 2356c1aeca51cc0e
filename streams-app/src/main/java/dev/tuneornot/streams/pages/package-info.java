/**
 * What a task holds of its proposals: the proposals as they arrived in a store, and page by page
 * their ids, outcomes, and what they depend on.
 *
 * <p>May import {@code reference}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.streams.pages;

import org.jspecify.annotations.NullMarked;
