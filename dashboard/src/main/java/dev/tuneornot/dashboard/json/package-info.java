/**
 * What the API says, as JSON. May import {@code query} and the schemas' JSON writers. Non-null by
 * default.
 */
@NullMarked
package dev.tuneornot.dashboard.json;

import org.jspecify.annotations.NullMarked;
