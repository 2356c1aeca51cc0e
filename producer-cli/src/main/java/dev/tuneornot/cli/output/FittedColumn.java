package dev.tuneornot.cli.output;

/**
 * A column and the width it got.
 *
 * @param width characters of its cells, at least 1
 */
record FittedColumn<T>(TableColumn<T> column, int width) {}
