/**
 * The system on other people's images: Kafka's own and a registry's, in Docker.
 *
 * <p>May import what a user holds in hands: the streams app's runtime and the command line, the
 * latter by {@code endtoend}.
 */
@NullMarked
package dev.tuneornot.standalone.containers;

import org.jspecify.annotations.NullMarked;
