/**
 * JMH benchmarks of the parts that know neither Kafka nor files, by their public types.
 *
 * <p>May import data, report, JMH and what is measured. Non-null by default.
 */
@NullMarked
package dev.tuneornot.benchmarks.pure;

import org.jspecify.annotations.NullMarked;
