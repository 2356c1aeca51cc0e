/**
 * The dashboard: reads the output topics, keeps them in a SQL database, and serves the page and its
 * API. The entry of the program and of those who embed it.
 *
 * <p>May import every package of this module. Nothing here knows the streams app: what it knows
 * comes from topics. Non-null by default.
 */
@NullMarked
package dev.tuneornot.dashboard;

import org.jspecify.annotations.NullMarked;
