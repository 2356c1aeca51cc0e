package dev.tuneornot.confluent;

import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** One record with its Avro encoding written out by hand. */
final class SampleRecord {

  static final Schema SCHEMA =
      SchemaBuilder.record("Sample")
          .namespace("dev.tuneornot.confluent")
          .fields()
          .requiredString("name")
          .requiredInt("count")
          .optionalDouble("share")
          .endRecord();

  /** "ab" (length 2 as zigzag 04), 3 (06), union branch 1 (02), 1.0 little-endian. */
  static final byte[] PAYLOAD = HexFormat.of().parseHex("04616206" + "02" + "000000000000f03f");

  private SampleRecord() {}

  static GenericRecord create() {
    return new GenericRecordBuilder(SCHEMA)
        .set("name", "ab")
        .set("count", 3)
        .set("share", 1.0)
        .build();
  }

  static boolean isEqual(Object decoded) {
    return decoded instanceof GenericRecord record
        && GenericData.get().compare(record, create(), SCHEMA) == 0;
  }
}
