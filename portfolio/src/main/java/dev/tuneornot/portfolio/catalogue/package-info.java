/**
 * The price catalogue that LiteLLM publishes as {@code model_prices_and_context_window.json}, and
 * an overlay of one's own: read key by key, each mapped to a model or counted under a reason; and
 * the plan of what an import of them does.
 *
 * <p>Imports {@code prices}, {@code schemas}, Jackson's streaming parser and a reader of CSV. What
 * is read is handed in as a stream. Non-null by default.
 */
@NullMarked
package dev.tuneornot.portfolio.catalogue;

import org.jspecify.annotations.NullMarked;
