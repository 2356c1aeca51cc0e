package dev.tuneornot.dashboard.query;

import java.util.List;

/**
 * A part of a table.
 *
 * @param total rows of the whole table
 * @param totalIsExact false where there are at least as many
 */
public record Page(long total, boolean totalIsExact, List<Item> items) {}
