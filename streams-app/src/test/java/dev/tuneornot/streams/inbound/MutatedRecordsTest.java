package dev.tuneornot.streams.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.Mutations;
import dev.tuneornot.streams.inbound.SchemaLookup.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes in from anybody, mutated. */
@Timeout(300)
class MutatedRecordsTest {
  private static final int SCHEMA_ID = 7;
  private static final Bytes KEY = Bytes.wrap("acme/a".getBytes(UTF_8));

  static Stream<Arguments> inputs() {
    TrustedClasses.install();
    Proposal proposal =
        Proposal.newBuilder()
            .setProposalId("acme/a")
            .setTitle("A title \u7814 \ud83d\ude42")
            .setCandidateModels(List.of("acme/b", "acme/c"))
            .build();
    PricePeriod period =
        PricePeriod.newBuilder().setEffectiveFrom(Instant.EPOCH).setInputPerMTok(1.0).build();
    ModelPricing pricing =
        ModelPricing.newBuilder().setModelId("acme/a").setPeriods(List.of(period)).build();
    return Stream.of(
        Arguments.of(RecordType.PROPOSAL, proposal),
        Arguments.of(RecordType.MODEL_PRICING, pricing),
        Arguments.of(RecordType.POLICY, Policy.newBuilder().build()));
  }

  /** It answers, whatever comes, and never throws. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  <T extends SpecificRecord> void shouldAnswerToAnyBytes(RecordType<T> type, T record) {
    RecordDecoder<T> decoder =
        new RecordDecoder<>(
            type,
            new WriterSchemas(
                emptyStore(),
                id ->
                    id == SCHEMA_ID
                        ? new Answer.Found(record.getSchema())
                        : new Answer.Unknown("mutated")));

    Mutations.tryOut(bytes -> decoder.decode(KEY, bytes), List.of(framed(record)), List.of());
  }

  private static KeyValueStore<Bytes, byte[]> emptyStore() {
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("schemas"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    return store;
  }

  private static byte[] framed(SpecificRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return WireFormat.frame(SCHEMA_ID, bytes.toByteArray());
  }

  @Test
  void shouldReadTheWireFormatOrSayWhyNot() {
    Mutations.tryOut(
        WireFormat::schemaId,
        List.of(WireFormat.frame(SCHEMA_ID, new byte[] {1, 2, 3})),
        List.of(SerializationException.class));
  }

  @Test
  void shouldReadParkedRecordsOrSayWhyNot() {
    InboundRecord record =
        new InboundRecord(
            "proposals",
            3,
            42,
            KEY,
            new byte[] {1, 2, 3},
            new RecordHeaders().add("trace", new byte[] {4}).add("none", null));

    Mutations.tryOut(
        ParkedRecord::fromBytes,
        List.of(ParkedRecord.toBytes(record)),
        List.of(IllegalStateException.class));
  }
}
