/**
 * {@code pricing import}: a public price catalogue and an overlay become prices, after a report of
 * what is odd and of what differs from the prices that are held.
 *
 * <p>Imports {@code catalogue}, {@code prices}, {@code reading}, {@code sending}, {@code
 * connection}, {@code input}, {@code output} and {@code console}. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.priceimport;

import org.jspecify.annotations.NullMarked;
