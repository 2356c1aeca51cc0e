/**
 * Plain JSON of our Avro classes: a strict streaming reader that names everything that is wrong
 * with a record, and a writer.
 *
 * <p>May import {@code schemas}, {@code validation}, {@code convert}, Avro and jackson-core.
 * Non-null by default.
 */
@NullMarked
package dev.tuneornot.schemas.json;

import org.jspecify.annotations.NullMarked;
