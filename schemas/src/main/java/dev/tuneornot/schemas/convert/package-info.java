/**
 * Internal to schemas: what the JSON reader and the cell reader share. Conversions between text and
 * the values of our generated classes, and how a record is made with its defaults.
 *
 * <p>May import Avro and the JDK. Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas.convert;

import org.jspecify.annotations.NullMarked;
