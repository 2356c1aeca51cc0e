/**
 * The files in which others publish prices and dates: price catalogues, feeds of retirements, files
 * of our own. One class a format, told apart by content; each key of a file is mapped to a model or
 * counted under a reason, and so is each field of prices. Numbers are decimals until they are USD
 * per MTok.
 *
 * <p>Imports {@code prices}, {@code schemas}, Jackson's streaming parser and a reader of CSV. What
 * is read is handed in as bytes. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.formats;

import org.jspecify.annotations.NullMarked;
