package dev.tuneornot.confluent;

import java.util.List;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes records of generated classes, with two short cuts: nested records encode themselves where
 * Avro generated the code for it (it does where no field has a logical type), and of a union with
 * null the branch follows from whether the value is null. A value that does not fit its schema
 * fails with an exception, though not always with the one that Avro's own writer throws.
 */
final class GeneratedRecordWriter extends SpecificDatumWriter<SpecificRecord> {

  GeneratedRecordWriter(Schema schema) {
    super(schema, dataFor(schema));
  }

  /** A copy, as the one of the generated class is everybody's. */
  private static SpecificData dataFor(Schema schema) {
    SpecificData known = SpecificData.getForSchema(schema);
    SpecificData data = new SpecificData(known.getClassLoader());
    for (Conversion<?> conversion : known.getConversions()) {
      data.addLogicalTypeConversion(conversion);
    }
    data.setCustomCoders(true);
    return data;
  }

  @Override
  protected int resolveUnion(Schema union, Object datum) {
    List<Schema> branches = union.getTypes();
    if (branches.size() == 2 && branches.get(0).getType() == Schema.Type.NULL) {
      return datum == null ? 0 : 1;
    }
    return super.resolveUnion(union, datum);
  }
}
