/**
 * Tells browsers of changes (server-sent events), without a thread for each.
 *
 * <p>May import {@code projection}, {@code query}, {@code json} and Jetty. Non-null by default.
 */
@NullMarked
package dev.tuneornot.dashboard.live;

import org.jspecify.annotations.NullMarked;
