/**
 * The page and its API over HTTP: read-only, everything bounded.
 *
 * <p>May import {@code config}, {@code query}, {@code json}, {@code live} and Jetty. Non-null by
 * default.
 */
@NullMarked
package dev.tuneornot.dashboard.web;

import org.jspecify.annotations.NullMarked;
