package dev.tuneornot.portfolio.importing;

import dev.tuneornot.portfolio.sheet.Place;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;

/**
 * A column of a sheet.
 *
 * @param index from 0
 * @param heading as it stands; with that of its group before it where only both together say it
 * @param match what the heading says
 * @param fields that it holds; empty where it holds none
 */
public record Column(int index, String heading, FieldMatch match, List<Field> fields) {

  /** Such as {@code D "Anfragen"}. */
  public String shown() {
    String letters = Place.letters(index);
    return heading.isEmpty() ? letters : letters + " \"" + Violation.displayed(heading) + "\"";
  }

  /** Names of the fields that it holds. */
  public List<String> fieldNames() {
    return fields.stream().map(Field::name).toList();
  }

  boolean isLeftOut() {
    return fields.isEmpty();
  }
}
