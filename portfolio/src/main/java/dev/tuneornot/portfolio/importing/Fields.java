package dev.tuneornot.portfolio.importing;

import dev.tuneornot.model.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** All fields of a proposal that a column can hold. */
final class Fields {

  private static final Map<String, Field> BY_NAME = read();

  private Fields() {}

  /** In the order of the schema, each need behind the list of them. */
  static List<Field> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** The field of a name in any case. */
  static Optional<Field> find(String name) {
    return BY_NAME.values().stream()
        .filter(field -> field.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  private static Map<String, Field> read() {
    Map<String, String> headings = new LinkedHashMap<>();
    FieldNames.TABLE
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headings.put(line.substring(0, colon).strip(), line.substring(colon + 1));
            });
    Map<String, Field> fields = new LinkedHashMap<>();
    addFields(Proposal.SCHEMA$, "", headings, fields);
    return fields;
  }

  private static void addFields(
      Schema record, String prefix, Map<String, String> headings, Map<String, Field> fields) {
    for (Schema.Field field : record.getFields()) {
      String path = prefix + field.name();
      Schema type = notNull(field.schema());
      if (type.getType() == Schema.Type.RECORD) {
        addFields(type, path + ".", headings, fields);
        continue;
      }
      FieldKind kind = kind(path, type, field.doc());
      fields.put(path, field(path, path, kind, field.doc(), headings));
      if (kind == FieldKind.NEEDS) {
        for (String symbol : type.getElementType().getEnumSymbols()) {
          String name = path + "." + symbol;
          if (headings.containsKey(name)) {
            String meaning = "Whether %s is needed.".formatted(symbol);
            fields.put(name, field(name, path, FieldKind.NEED, meaning, headings));
          }
        }
      }
    }
  }

  private static Field field(
      String name, String path, FieldKind kind, String meaning, Map<String, String> headings) {
    String[] parts = headings.getOrDefault(name, "").split("!", -1);
    Set<String> foreign =
        parts.length < 2 ? Set.of() : split(parts[1]).collect(Collectors.toUnmodifiableSet());
    return new Field(name, path, kind, meaning, split(parts[0]).toList(), foreign);
  }

  private static Stream<String> split(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip).filter(each -> !each.isEmpty());
  }

  private static FieldKind kind(String path, Schema type, String doc) {
    return switch (type.getType()) {
      case STRING -> path.equals("baselineModel") ? FieldKind.MODEL : FieldKind.TEXT;
      case INT -> FieldKind.WHOLE;
      case LONG -> type.getLogicalType() == null ? FieldKind.WHOLE : FieldKind.INSTANT;
      case DOUBLE -> numberKind(doc);
      case ENUM -> type.getName().equals("Stage") ? FieldKind.STAGE : FieldKind.ANSWER;
      case ARRAY ->
          type.getElementType().getType() == Schema.Type.ENUM ? FieldKind.NEEDS : FieldKind.MODELS;
      case RECORD, MAP, UNION, FIXED, BYTES, FLOAT, BOOLEAN, NULL ->
          throw new IllegalStateException(path + ": no cell can hold a " + type.getType());
    };
  }

  /** The schema says of each number in its first word whether it is money or a share. */
  private static FieldKind numberKind(String doc) {
    if (doc.startsWith("USD")) {
      return FieldKind.MONEY;
    }
    return doc.startsWith("Share") ? FieldKind.SHARE : FieldKind.NUMBER;
  }

  private static Schema notNull(Schema schema) {
    if (schema.getType() != Schema.Type.UNION) {
      return schema;
    }
    List<Schema> types = new ArrayList<>(schema.getTypes());
    types.removeIf(type -> type.getType() == Schema.Type.NULL);
    return types.get(0);
  }
}
