/**
 * Where settings of Kafka and registry clients come from, the same for every program: the
 * environment, and references to secrets kept elsewhere.
 *
 * <p>May import Kafka's configuration classes. Non-null by default.
 */
@NullMarked
package dev.tuneornot.confluent.settings;

import org.jspecify.annotations.NullMarked;
