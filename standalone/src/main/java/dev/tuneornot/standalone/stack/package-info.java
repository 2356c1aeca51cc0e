/**
 * Broker, registry and streams app, started and stopped together.
 *
 * <p>May import the sibling packages and the streams app. Non-null by default.
 */
@NullMarked
package dev.tuneornot.standalone.stack;

import org.jspecify.annotations.NullMarked;
