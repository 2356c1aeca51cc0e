package dev.tuneornot.schemas.binary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Makes records up by their schema, so that no field can be forgotten. */
final class RecordMaker {
  private RecordMaker() {}

  static Object made(Schema schema, Random random) {
    return switch (schema.getType()) {
      case RECORD -> madeRecord(schema, random);
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(made(schema.getElementType(), random));
        }
        yield items;
      }
      case UNION -> {
        Schema branch = schema.getTypes().get(random.nextInt(schema.getTypes().size()));
        yield branch.getType() == Schema.Type.NULL ? null : made(branch, random);
      }
      case ENUM -> {
        List<String> symbols = schema.getEnumSymbols();
        yield SpecificData.get().createEnum(symbols.get(random.nextInt(symbols.size())), schema);
      }
      case STRING -> "äöü \uD83D\uDE00 text".substring(0, random.nextInt(5)) + random.nextInt();
      case INT -> random.nextInt();
      case LONG ->
          schema.getLogicalType() == null
              ? random.nextLong()
              : Instant.ofEpochMilli(random.nextLong() >> 16);
      case DOUBLE -> random.nextGaussian() * 1e9;
      case BOOLEAN -> random.nextBoolean();
      case FLOAT, BYTES, FIXED, MAP, NULL ->
          throw new IllegalStateException("no field is of type " + schema.getType());
    };
  }

  private static SpecificRecordBase madeRecord(Schema schema, Random random) {
    SpecificRecordBase record =
        (SpecificRecordBase) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), made(field.schema(), random));
    }
    return record;
  }
}
