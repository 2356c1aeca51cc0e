package dev.tuneornot.cli.output;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lines of CSV.
 *
 * @param lines the lines of a row, each with a cell a header; null is an empty cell
 */
public record CsvLayout<T>(List<String> header, Function<T, List<List<@Nullable String>>> lines) {}
