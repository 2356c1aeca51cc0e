package dev.tuneornot.portfolio.importing;

import java.util.List;
import java.util.Set;

/**
 * A field of a proposal that a column can hold.
 *
 * @param name dotted path; of a need with a column of its own, {@code needs.LOW_LATENCY}
 * @param path of the field in the record, dotted
 * @param meaning the words of the schema
 * @param headings what people call it, the most telling first
 * @param foreign words in a heading that say that it is another thing
 */
public record Field(
    String name,
    String path,
    FieldKind kind,
    String meaning,
    List<String> headings,
    Set<String> foreign) {

  /** The symbol of a need with a column of its own. */
  String need() {
    return name.substring(name.indexOf('.') + 1);
  }
}
