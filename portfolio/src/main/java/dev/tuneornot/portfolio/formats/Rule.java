package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.prices.ModelFacts;
import java.util.function.Predicate;

/**
 * What a file says of the models of a provider whose name fits.
 *
 * @param provider as in a model id
 * @param names the part of a model id behind the provider
 * @param facts of any of them; its own id means nothing
 */
public record Rule(String provider, Predicate<String> names, ModelFacts facts) {}
