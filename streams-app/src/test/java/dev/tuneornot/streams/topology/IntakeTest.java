package dev.tuneornot.streams.topology;

import static dev.tuneornot.streams.topology.Samples.BASELINE;
import static dev.tuneornot.streams.topology.Samples.CANDIDATE;
import static dev.tuneornot.streams.topology.Samples.baseline;
import static dev.tuneornot.streams.topology.Samples.tunable;
import static dev.tuneornot.streams.topology.Samples.worthTuning;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.confluent.WireFormat;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PortfolioSummary;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.inbound.DeadLetters;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How records come in: refused, parked, deleted, and with which headers they are answered. */
class IntakeTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldGiveTheHeadersOfAProposalToItsAnswerOnly() {
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.settle();
    Headers headers = new RecordHeaders().add("tune-or-not.batch", "b1".getBytes(UTF_8));

    bench.send(worthTuning("p1"), headers);
    TestRecord<String, byte[]> answer = onlyRecord(bench.drainRecords());
    bench.send(tunable(CANDIDATE, 300));
    bench.slice();
    TestRecord<String, byte[]> rescored = onlyRecord(bench.drainRecords());

    assertThat(answer.headers().lastHeader("tune-or-not.batch").value()).isEqualTo(bytes("b1"));
    assertThat(rescored.headers()).isEmpty();
  }

  @Test
  void shouldAnswerAProposalThatIsSentAgainUnchanged() {
    bench.send(worthTuning("p1"));
    bench.send(worthTuning("p1"));

    assertThat(bench.drain()).hasSize(2);
  }

  @Test
  void shouldForgetADeletedProposalAndStartItsHistoryAnew() {
    bench.send(baseline(BASELINE));
    bench.send(worthTuning("p1"));
    bench.deleteProposal("p1");
    bench.drainRecords();
    bench.send(tunable(CANDIDATE, 0.3));
    assertThat(bench.settle()).isEmpty();

    bench.send(worthTuning("p1"));

    assertThat(bench.drain())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.getVerdict()).isEqualTo(Verdict.GO);
              assertThat(answer.getPreviousVerdict()).isNull();
            });
  }

  @Test
  void shouldAnswerADeletionWithADeletionEvenOfAnUnknownProposal() {
    bench.deleteProposal("never-seen");

    assertThat(onlyRecord(bench.drainRecords()).value()).isNull();
  }

  static Stream<Arguments> refusedProposals() {
    return Stream.of(
        Arguments.of("no key", null, framed(), "NULL_KEY", "no key"),
        Arguments.of("random bytes", "p1", bytes("hello, world"), "UNDECODABLE", "wire format"),
        Arguments.of("empty value", "p1", new byte[0], "UNDECODABLE", "wire format"),
        Arguments.of(
            "unknown schema id", "p1", WireFormat.frame(4711, framed()), "UNKNOWN_SCHEMA", "4711"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedProposals")
  void shouldRefuseWhatCannotBeRead(
      String name, String key, byte[] value, String reason, String message) {
    Headers headers = new RecordHeaders().add("trace", bytes("t1"));

    bench.sendProposal(key, value, headers);
    bench.send(worthTuning("p2"));

    TestRecord<String, byte[]> letter = onlyRecord(bench.deadLetters());
    assertThat(letter.key()).isEqualTo(key);
    assertThat(letter.value()).isEqualTo(value);
    assertThat(header(letter, "trace")).isEqualTo("t1");
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo(reason);
    assertThat(header(letter, DeadLetters.MESSAGE)).contains(message);
    assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("proposals");
    assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("0");
    assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("0");
    assertThat(header(letter, DeadLetters.REFUSED_AT)).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(bench.drain()).extracting("proposalId").containsExactly("p2");
  }

  static Stream<Arguments> tooLarge() {
    int mebibyte = 1024 * 1024;
    return Stream.of(
        Arguments.of("value", "p1", mebibyte, 0, "t", false),
        Arguments.of("value that no topic takes", "p1", 5 * mebibyte, 0, "t", true),
        Arguments.of("header", "p1", 10, mebibyte, "t", false),
        Arguments.of("header that no topic takes", "p1", 10, 5 * mebibyte, "t", true),
        Arguments.of("header name", "p1", 10, 0, "t".repeat(70_000), false),
        Arguments.of("key", "p".repeat(2_000), 10, 0, "t", false),
        Arguments.of("key that no topic takes", "p".repeat(3_000_000), 10, 0, "t", true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tooLarge")
  void shouldRefuseWhatIsTooLargeWithALetterThatFitsItsTopic(
      String what, String key, int value, int header, String headerName, boolean cut) {
    Headers headers = new RecordHeaders().add(headerName, new byte[header]);

    bench.sendProposal(key, new byte[value], headers);
    bench.send(worthTuning("p2"));

    TestRecord<String, byte[]> letter = onlyRecord(bench.deadLetters());
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo("TOO_LARGE");
    assertThat(header(letter, DeadLetters.MESSAGE)).contains("must have at most");
    long bytes = (long) letter.key().length() + letter.value().length;
    for (Header carried : letter.headers()) {
      bytes += carried.key().length() + carried.value().length;
    }
    assertThat(bytes).isLessThan(2 * 1024 * 1024 - 10_000);
    assertThat(letter.headers().lastHeader(DeadLetters.CUT) != null).isEqualTo(cut);
    assertThat(letter.key().equals(key)).isEqualTo(key.length() < 3_000_000);
    assertThat(bench.drain()).extracting("proposalId").containsExactly("p2");
  }

  @Test
  void shouldRefuseATruncatedProposalAndOneWithBytesLeftOver() {
    byte[] good = bench.encode("proposals", worthTuning("p1"));

    bench.sendProposal("p1", Arrays.copyOf(good, good.length - 3), new RecordHeaders());
    bench.sendProposal("p1", Arrays.copyOf(good, good.length + 3), new RecordHeaders());

    assertThat(bench.deadLetters())
        .hasSize(2)
        .allSatisfy(
            letter -> assertThat(header(letter, DeadLetters.REASON)).isEqualTo("UNDECODABLE"));
  }

  @Test
  void shouldNameEveryFieldThatIsOutOfBounds() {
    Proposal proposal = worthTuning("p1");
    proposal.getWorkload().setCachedShare(1.5);
    proposal.getTrainingData().setEpochs(0);

    bench.send(proposal);

    TestRecord<String, byte[]> letter = onlyRecord(bench.deadLetters());
    assertThat(header(letter, DeadLetters.REASON)).isEqualTo("INVALID_RECORD");
    assertThat(header(letter, DeadLetters.MESSAGE))
        .contains("workload.cachedShare", "1.5", "trainingData.epochs", "1..100");
    assertThat(bench.drain()).isEmpty();
  }

  @Test
  void shouldKeepTheLastGoodProposalWhereARefusedOneComes() {
    bench.send(baseline(BASELINE));
    bench.send(worthTuning("p1"));
    bench.sendProposal("p1", bytes("garbage"), new RecordHeaders());
    bench.drain();

    bench.send(tunable(CANDIDATE, 0.3));

    assertThat(bench.settle()).extracting("proposalId").containsExactly("p1");
  }

  @Test
  void shouldRefuseAProposalUnderAnotherKey() {
    bench.sendProposal("p2", bench.encode("proposals", worthTuning("p1")), new RecordHeaders());

    assertThat(header(onlyRecord(bench.deadLetters()), DeadLetters.REASON))
        .isEqualTo("KEY_MISMATCH");
  }

  @Test
  void shouldKeepTheLastGoodPriceWhereARefusedOneComes() {
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    ModelPricing bad = tunable(CANDIDATE, -1);
    bench.send(bad);
    bench.sendPricing(CANDIDATE, bytes("garbage"));

    bench.send(worthTuning("p1"));

    assertThat(bench.settle()).singleElement().extracting("verdict").isEqualTo(Verdict.GO);
    List<TestRecord<String, byte[]>> letters = bench.deadLetters();
    assertThat(letters)
        .extracting(letter -> header(letter, DeadLetters.REASON))
        .containsExactly("INVALID_RECORD", "UNDECODABLE");
    assertThat(header(letters.get(0), DeadLetters.MESSAGE))
        .contains("periods[0].tuning.inputPerMTok", "-1.0");
  }

  @Test
  void shouldParkProposalsInOrderWhileTheRegistryIsAway() {
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.settle();
    bench.lookup.away = true;
    Headers headers = new RecordHeaders().add("tune-or-not.batch", bytes("b1"));

    bench.send(worthTuning("p1"), headers);
    bench.deleteProposal("p1");
    bench.send(worthTuning("p2"));
    bench.send(worthTuning("p1", "moved", BASELINE, List.of(CANDIDATE)));
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.drainRecords()).isEmpty();
    bench.lookup.away = false;
    bench.advance(Duration.ofSeconds(1));

    List<TestRecord<String, byte[]>> answers = bench.drainRecords();
    assertThat(answers).extracting(TestRecord::key).containsExactly("p1", "p1", "p1", "p2");
    assertThat(header(answers.get(0), "tune-or-not.batch")).isEqualTo("b1");
    assertThat(answers.get(1).value()).isNull();
    assertThat(bench.decode(answers.get(2).value()).getPortfolio()).isEqualTo("moved");
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void shouldSumUpParkedProposalsWithoutAnotherRecord() {
    bench.lookup.away = true;
    bench.send(worthTuning("p1"));
    bench.send(worthTuning("p2"));
    bench.advance(Duration.ofSeconds(1));

    bench.lookup.away = false;
    bench.advance(Duration.ofSeconds(1));
    bench.settle();

    assertThat(bench.summaries().values())
        .singleElement()
        .extracting(PortfolioSummary::getProposals)
        .isEqualTo(2L);
  }

  @Test
  void shouldAnswerParkedProposalsWhenTheGateOpensWithoutAnotherRecord() {
    bench.gateOpen = false;
    bench.lookup.away = true;
    bench.send(worthTuning("p1"));
    bench.lookup.away = false;
    bench.advance(Duration.ofSeconds(1));
    assertThat(bench.drain()).isEmpty();

    bench.gateOpen = true;
    bench.advance(Duration.ofSeconds(1));

    assertThat(bench.drain()).extracting("proposalId").containsExactly("p1");
  }

  @Test
  void shouldGoOnWithKnownSchemasWhileTheRegistryIsAway() {
    bench.send(worthTuning("p1"));
    bench.lookup.away = true;

    bench.send(worthTuning("p2"));

    assertThat(bench.drain()).extracting("proposalId").containsExactly("p1", "p2");
  }

  @Test
  void shouldParkPricesWhileTheRegistryIsAway() {
    bench.send(worthTuning("p1"));
    bench.lookup.away = true;
    bench.send(baseline(BASELINE));
    bench.send(tunable(CANDIDATE, 0.3));
    bench.settle();

    bench.lookup.away = false;
    bench.advance(Duration.ofSeconds(1));

    assertThat(bench.settle()).last().extracting("verdict").isEqualTo(Verdict.GO);
  }

  private static byte[] framed() {
    return new byte[] {1, 2, 3};
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static TestRecord<String, byte[]> onlyRecord(List<TestRecord<String, byte[]>> records) {
    assertThat(records).hasSize(1);
    return records.get(0);
  }
}
