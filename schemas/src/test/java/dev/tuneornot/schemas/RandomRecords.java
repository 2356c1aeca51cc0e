package dev.tuneornot.schemas;

import dev.tuneornot.schemas.validation.Symbols;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Any record of a schema, bounds aside; the same ones for the same seed. */
public final class RandomRecords {

  private final Random random;

  public RandomRecords(long seed) {
    this.random = new Random(seed);
    TrustedClasses.install();
  }

  public SpecificRecord record(Schema schema) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema()));
    }
    return record;
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> random.nextInt(3) == 0 ? null : value(schema.getTypes().get(1));
      case RECORD -> record(schema);
      case ENUM -> symbol(schema);
      case ARRAY -> list(schema.getElementType());
      case MAP -> map(schema.getValueType());
      case STRING -> text();
      case INT -> (int) number();
      case LONG -> schema.getLogicalType() == null ? (Object) number() : instant();
      case DOUBLE -> decimal();
      case BOOLEAN -> random.nextBoolean();
      case BYTES -> money((LogicalTypes.Decimal) schema.getLogicalType());
      case NULL, FLOAT, FIXED -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private Object symbol(Schema schema) {
    Object[] constants = SpecificData.get().getClass(schema).getEnumConstants();
    Object symbol = constants[random.nextInt(constants.length)];
    // Never written by its own version, so no text of it is ever read.
    return symbol.toString().equals(Symbols.NEWER) ? constants[0] : symbol;
  }

  private List<Object> list(Schema elements) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(elements));
    }
    return list;
  }

  private Map<String, Object> map(Schema values) {
    Map<String, Object> map = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(text(), value(values));
    }
    return map;
  }

  /** Of every plane, with everything that needs escaping. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int codePoint = random.nextInt(1 << random.nextInt(3, 21));
      boolean usable =
          codePoint <= Character.MAX_CODE_POINT
              && Character.getType(codePoint) != Character.SURROGATE;
      text.appendCodePoint(usable ? codePoint : '"');
    }
    return text.toString();
  }

  private long number() {
    return random.nextLong() >> random.nextInt(64);
  }

  private double decimal() {
    double any = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(4)) {
      case 0 -> Double.isFinite(any) ? any : -0.0;
      case 1 -> random.nextInt(1000);
      case 2 -> random.nextInt(100_000) / 100.0;
      default -> random.nextDouble();
    };
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
  }

  private BigDecimal money(LogicalTypes.Decimal type) {
    return new BigDecimal(new BigInteger(random.nextInt(125), random), type.getScale())
        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
  }
}
