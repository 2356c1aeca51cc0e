/**
 * How amounts, counts, spans and dates are written for people, once for the command line, the API
 * and the page. Imports the JDK only. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.figures;

import org.jspecify.annotations.NullMarked;
