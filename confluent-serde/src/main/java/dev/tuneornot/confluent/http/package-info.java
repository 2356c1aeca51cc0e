/**
 * The one way in which our programs listen: Javalin on Jetty, with bounds on who is many, slow or
 * says too much.
 *
 * <p>May import Javalin, Jetty and Jackson, which a program that listens declares itself. Non-null
 * by default.
 */
@NullMarked
package dev.tuneornot.confluent.http;

import org.jspecify.annotations.NullMarked;
