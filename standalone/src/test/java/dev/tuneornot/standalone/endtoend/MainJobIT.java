package dev.tuneornot.standalone.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.portfolio.summary.Recomputation;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.json.JsonRecordReader;
import dev.tuneornot.standalone.endtoend.CommandLine.Result;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From files to recommendations through the embedded broker, as a user goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
  private static final int PROPOSALS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Path directory;
  private Path proposalsFile;
  private Path pricingFile;
  private EmbeddedStack stack;

  @BeforeAll
  void loadAPortfolio(@TempDir Path temporary) throws IOException, InterruptedException {
    directory = temporary;
    TrustedClasses.install();
    proposalsFile = Files.writeString(directory.resolve("p.jsonl"), generate("--proposals", "300"));
    pricingFile = Files.writeString(directory.resolve("m.jsonl"), generate("--prices"));
    stack = start();
    assertDone(commandLine().run("pricing", "send", pricingFile.toString()));
    assertDone(commandLine().run("proposals", "send", "--wait", proposalsFile.toString()));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> impacts().values().stream().allMatch(MainJobIT::isComplete));
    // Once more, now that all prices are known to be in force.
    assertDone(commandLine().run("proposals", "send", "--wait", proposalsFile.toString()));
  }

  private Map<String, PriceImpact> impacts() {
    return decoded("price-impacts", PriceImpact.class);
  }

  private static boolean isComplete(PriceImpact impact) {
    return impact.getState() == ImpactState.COMPLETE;
  }

  private EmbeddedStack start() throws IOException, InterruptedException {
    return EmbeddedStack.start(directory.resolve("data"), Map.of());
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  @Order(1)
  void shouldGiveEveryRecommendationAgainOffline() {
    Map<String, Proposal> proposals = read(RecordType.PROPOSAL, proposalsFile);
    Map<String, ModelPricing> prices = read(RecordType.MODEL_PRICING, pricingFile);

    Map<String, Recommendation> given = recommendations();

    assertThat(given).hasSize(PROPOSALS);
    given.forEach(
        (id, recommendation) ->
            assertThat(recommendation).isEqualTo(again(proposals.get(id), prices, recommendation)));
  }

  private static Recommendation again(
      Proposal proposal, Map<String, ModelPricing> prices, Recommendation given) {
    Recommendation again =
        Evaluator.evaluate(proposal, null, prices::get, Policies.builtin(), given.getEvaluatedAt());
    again.setTrigger(given.getTrigger());
    again.setTriggerKey(given.getTriggerKey());
    again.setPreviousVerdict(given.getPreviousVerdict());
    again.setVerdictSince(given.getVerdictSince());
    return again;
  }

  @Test
  @Order(2)
  void shouldSumUpTheRecommendationsByPortfolio() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(summaries()).isEqualTo(summed(recommendations())));
  }

  @Test
  @Order(3)
  void shouldBeReadableWithGenericAvroAndTheRegistrysApiAlone() throws Exception {
    byte[] value = new Dump(stack.bootstrapServers()).last("recommendations").get("p-0000001");
    ByteBuffer buffer = ByteBuffer.wrap(value);
    assertThat(buffer.get()).isZero();
    Schema schema = new Schema.Parser().parse(schemaById(buffer.getInt()));

    GenericRecord record =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));

    assertThat(record.get("proposalId")).hasToString("p-0000001");
    assertThat(record.get("decision")).isNotNull();
    assertThat(schema.getField("netBenefit").doc()).contains("USD");
  }

  private String schemaById(int id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.registryUrl() + "/schemas/ids/" + id)).build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(response.body()).get("schema").asText();
  }

  @Test
  @Order(4)
  void shouldKeepEverythingOverARestartAndEmitNothingAgain() throws Exception {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(summaries()).isEqualTo(summed(recommendations())));
    Dump before = new Dump(stack.bootstrapServers());
    Map<String, byte[]> recommendations = before.last("recommendations");
    Map<?, Long> ends = before.ends("recommendations");
    Map<?, Long> summaryEnds = before.ends("portfolio-summaries");

    stack.close();
    stack = start();
    Result answer = commandLine().run("proposals", "send", "--wait", oneMoreProposal().toString());

    assertDone(answer);
    Dump after = new Dump(stack.bootstrapServers());
    Map<String, byte[]> kept = after.last("recommendations");
    assertThat(kept.remove("one-more")).isNotNull();
    assertThat(kept).containsExactlyEntriesOf(recommendations);
    long added = sum(after.ends("recommendations")) - sum(ends);
    assertThat(added).as("one record and its transaction's marker").isBetween(1L, 2L);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(summaries()).isEqualTo(summed(recommendations())));
    assertThat(sum(after.ends("portfolio-summaries")) - sum(summaryEnds))
        .as("one summary and its transaction's marker")
        .isBetween(1L, 2L);
  }

  private Path oneMoreProposal() throws IOException {
    return Files.writeString(
        directory.resolve("more.json"), "[{\"proposalId\": \"one-more\", \"portfolio\": \"new\"}]");
  }

  private static long sum(Map<?, Long> ends) {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  private CommandLine commandLine() {
    return new CommandLine(stack);
  }

  private Map<String, Recommendation> recommendations() {
    return decoded("recommendations", Recommendation.class);
  }

  private Map<String, PortfolioSummary> summaries() {
    return decoded("portfolio-summaries", PortfolioSummary.class);
  }

  private <T> Map<String, T> decoded(String topic, Class<T> type) {
    Map<String, T> decoded = new HashMap<>();
    try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
      deserializer.configure(
          Map.of("schema.registry.url", stack.registryUrl(), "specific.avro.reader", "true"),
          false);
      new Dump(stack.bootstrapServers())
          .last(topic)
          .forEach(
              (key, value) -> decoded.put(key, type.cast(deserializer.deserialize(topic, value))));
    }
    return decoded;
  }

  private static Map<String, PortfolioSummary> summed(Map<String, Recommendation> all) {
    Recomputation sums = new Recomputation();
    all.values().forEach(sums::add);
    return sums.summaries();
  }

  private static <T extends SpecificRecord> Map<String, T> read(RecordType<T> type, Path file) {
    Map<String, T> records = new HashMap<>();
    try (JsonRecordReader<T> reader =
        JsonRecordReader.lines(type, new ByteArrayInputStream(Files.readAllBytes(file)))) {
      while (reader.hasNext()) {
        if (reader.next() instanceof Entry.Accepted<T> accepted) {
          records.put(type.keyOf(accepted.value()), accepted.value());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static String generate(String... what) {
    String[] command = new String[what.length + 1];
    command[0] = "generate";
    System.arraycopy(what, 0, command, 1, what.length);
    Result generated = CommandLine.offline(command);
    assertDone(generated);
    return generated.out();
  }

  private static void assertDone(Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
  }
}
