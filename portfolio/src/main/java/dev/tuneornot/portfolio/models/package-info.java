/**
 * Models as people write their names, looked up among those that have a price.
 *
 * <p>Pure. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.models;

import org.jspecify.annotations.NullMarked;
