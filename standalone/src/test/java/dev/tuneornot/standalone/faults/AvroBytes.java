package dev.tuneornot.standalone.faults;

import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.confluent.WireFormat;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Encodes under schemas of the test's own choice, past every check of a serializer. */
final class AvroBytes implements AutoCloseable {
  /** No topic's, so that nothing has to be compatible with anything. */
  private static final String ANY_SUBJECT = "test-any-";

  private final SchemaRegistryClient registry;
  private int subjects;

  AvroBytes(Cluster cluster) {
    registry = RegistryClients.create(Map.of("schema.registry.url", cluster.registryUrl()));
  }

  SchemaRegistryClient registry() {
    return registry;
  }

  /** The id of a schema, which is registered for it. */
  int id(Schema schema) throws Exception {
    return registry.register(ANY_SUBJECT + subjects++, new AvroSchema(schema));
  }

  /** As a serializer would. */
  byte[] framed(SpecificRecord record) throws Exception {
    return WireFormat.frame(id(record.getSchema()), payload(record));
  }

  /** As a producer would that has another schema: fields that it lacks are lost. */
  byte[] framed(SpecificRecord record, Schema schema) throws Exception {
    GenericRecord generic =
        new GenericDatumReader<GenericRecord>(record.getSchema(), schema)
            .read(null, DecoderFactory.get().binaryDecoder(payload(record), null));
    return WireFormat.frame(id(schema), payload(generic));
  }

  private static byte[] payload(SpecificRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static byte[] payload(GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    registry.close();
  }
}
