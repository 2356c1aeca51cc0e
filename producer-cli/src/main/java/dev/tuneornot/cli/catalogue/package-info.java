/**
 * The price catalogue that LiteLLM publishes as {@code model_prices_and_context_window.json}: read
 * key by key, each mapped to a model or counted under a reason.
 *
 * <p>Imports {@code prices}, {@code schemas} and Jackson's streaming parser. Non-null by default.
 */
@NullMarked
package dev.tuneornot.cli.catalogue;

import org.jspecify.annotations.NullMarked;
