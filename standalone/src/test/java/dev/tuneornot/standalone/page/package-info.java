/**
 * The page of the dashboard as a reader sees it, in a real Chromium over the whole system.
 *
 * <p>May import what a user holds in hands: the stack, the dashboard, the command line.
 */
@NullMarked
package dev.tuneornot.standalone.page;

import org.jspecify.annotations.NullMarked;
