package dev.tuneornot.schemas.convert;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How a generated class is made, and the defaults of its fields. Immutable. */
public final class RecordLayout {

  private final Constructor<? extends SpecificRecord> constructor;
  private final @Nullable Supplier<@Nullable Object>[] defaults;

  private RecordLayout(
      Constructor<? extends SpecificRecord> constructor,
      @Nullable Supplier<@Nullable Object>[] defaults) {
    this.constructor = constructor;
    this.defaults = defaults;
  }

  /** The layout of a record schema whose class is on our class path. */
  public static RecordLayout of(Schema schema) {
    List<Schema.Field> fields = schema.getFields();
    @SuppressWarnings({"unchecked", "rawtypes"}) // There is no other way to an array of a generic.
    @Nullable Supplier<@Nullable Object>[] defaults = new Supplier[fields.size()];
    for (Schema.Field field : fields) {
      if (field.hasDefaultValue()) {
        defaults[field.pos()] = DefaultValues.of(field.schema(), field.defaultVal());
      }
    }
    return new RecordLayout(constructorOf(schema), defaults);
  }

  /** A record without any field set. */
  public SpecificRecord create() {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a generated class could not be made: " + constructor, e);
    }
  }

  /** A record with the default of each field that has one. */
  public SpecificRecord createDefault() {
    SpecificRecord record = create();
    for (int position = 0; position < defaults.length; position++) {
      if (hasDefault(position)) {
        record.put(position, defaultOf(position));
      }
    }
    return record;
  }

  public boolean hasDefault(int position) {
    return defaults[position] != null;
  }

  /** The default of a field, a new one where it is mutable; null where it is null, or has none. */
  public @Nullable Object defaultOf(int position) {
    Supplier<@Nullable Object> supplier = defaults[position];
    return supplier == null ? null : supplier.get();
  }

  private static Constructor<? extends SpecificRecord> constructorOf(Schema schema) {
    try {
      return ModelClasses.of(schema).asSubclass(SpecificRecord.class).getConstructor();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("no constructor of " + schema.getFullName(), e);
    }
  }
}
