package dev.tuneornot.schemas.convert;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The kinds of schema that our records are made of. */
public final class AvroTypes {

  private AvroTypes() {}

  public static boolean isInstant(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
  }

  /**
   * The other branch of a union with null.
   *
   * @throws IllegalArgumentException if it is another union
   */
  public static Schema notNull(Schema union) {
    List<Schema> branches = union.getTypes();
    if (branches.size() != 2 || !union.isNullable()) {
      throw unsupported(union);
    }
    return branches.get(branches.get(0).getType() == Schema.Type.NULL ? 1 : 0);
  }

  /** To be thrown where a schema is of a kind that our records do not have. */
  public static IllegalArgumentException unsupported(Schema schema) {
    return new IllegalArgumentException("our records have nothing of this type: " + schema);
  }
}
