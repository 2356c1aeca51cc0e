package dev.tuneornot.benchmarks.pure;

import dev.tuneornot.benchmarks.data.AvroBytes;
import dev.tuneornot.confluent.QuickAvroSerializer;
import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.binary.ProposalReader;
import dev.tuneornot.schemas.binary.RecommendationWriter;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Decoding of a proposal with three candidates and everything else that it may say, and encoding of
 * its recommendation.
 */
@State(Scope.Thread)
public class AvroBenchmark {
  static {
    // JMH's JVMs have a main of their own, and the fields need it already.
    TrustedClasses.install();
  }

  private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://jmh");
  private static final String TOPIC = "recommendations";

  private final AvroBytes<Proposal> codec =
      new AvroBytes<>(Proposal.class, Proposal.getClassSchema());
  private final Serializer<Object> confluent =
      new KafkaAvroSerializer(RegistryClients.create(REGISTRY), REGISTRY);
  private final Serializer<Object> quick =
      new QuickAvroSerializer(
          new KafkaAvroSerializer(RegistryClients.create(REGISTRY), REGISTRY),
          RecommendationWriter.bySchema(),
          Set.of());
  private final DatumReader<Proposal> reader = ProposalReader.of(Proposal.getClassSchema());
  private @Nullable BinaryDecoder decoder;
  private byte[][] proposals = {};
  private Recommendation[] recommendations = {};
  private int next;

  @Setup
  public void makeUp() {
    Cases cases = new Cases(Cases.Kind.FULL);
    proposals = cases.proposals().stream().map(codec::encode).toArray(byte[][]::new);
    recommendations = cases.recommendations().toArray(Recommendation[]::new);
  }

  @Benchmark
  public Proposal decodeByAvro() {
    return codec.decode(proposals[next()], 0);
  }

  @Benchmark
  public Proposal decodeByProposalReader() throws IOException {
    byte[] bytes = proposals[next()];
    decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
    return reader.read(null, decoder);
  }

  @Benchmark
  public byte @Nullable [] encodeByConfluent() {
    return confluent.serialize(TOPIC, recommendations[next()]);
  }

  @Benchmark
  public byte @Nullable [] encodeByQuickAvroSerializer() {
    return quick.serialize(TOPIC, recommendations[next()]);
  }

  private int next() {
    next = (next + 1) % Cases.COUNT;
    return next;
  }
}
