package dev.tuneornot.cli.connection;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.confluent.RegistryReader;
import dev.tuneornot.confluent.UnreadableException;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.Closeable;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;

/** Records of one of our classes out of Confluent's wire format. */
public final class AvroDecoder<T extends SpecificRecord> implements Closeable {

  private final Failures failures;
  private final SchemaRegistryClient registry;
  private final RegistryReader<T> reader;

  public AvroDecoder(Class<T> recordClass, Clients clients) {
    this.failures = clients.failures();
    this.registry = clients.registry();
    this.reader = new RegistryReader<>(recordClass, registry);
  }

  /**
   * The record; empty if the bytes are none of this class.
   *
   * @throws OperationFailure if the registry cannot tell
   */
  public Optional<T> decode(byte[] value) {
    try {
      return Optional.of(reader.read(value));
    } catch (UnreadableException e) {
      return Optional.empty();
    } catch (RegistryReader.RegistryException e) {
      throw failures.ofRegistry(e);
    }
  }

  @Override
  public void close() {
    Utils.closeQuietly(registry, "registry client");
  }
}
