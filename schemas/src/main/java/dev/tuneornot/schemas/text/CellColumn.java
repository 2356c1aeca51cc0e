package dev.tuneornot.schemas.text;

/**
 * A column of a file that holds a field.
 *
 * @param index of the cell in a row, from 0
 */
record CellColumn(int index, CellField field) {}
