package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.binary.ProposalReader;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Decodes as the streams app does, by the same reader, but checks nothing; not thread-safe. */
final class ProposalDecoder {
  private final SchemaRegistryClient registry;
  private final Map<Integer, DatumReader<Proposal>> readers = new HashMap<>();
  private @Nullable BinaryDecoder reused;

  ProposalDecoder(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  Proposal decode(byte[] value) {
    DatumReader<Proposal> reader =
        readers.computeIfAbsent(WireFormat.schemaId(value), this::reader);
    int start = WireFormat.HEADER_BYTES;
    reused = DecoderFactory.get().binaryDecoder(value, start, value.length - start, reused);
    try {
      return reader.read(null, reused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatumReader<Proposal> reader(int schemaId) {
    try {
      Schema writer = (Schema) registry.getSchemaById(schemaId).rawSchema();
      return ProposalReader.of(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RestClientException e) {
      throw new IllegalStateException(e);
    }
  }
}
