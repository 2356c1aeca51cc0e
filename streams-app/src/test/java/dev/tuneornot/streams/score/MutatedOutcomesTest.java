package dev.tuneornot.streams.score;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.Mutations;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a task keeps of its proposals, mutated. */
@Timeout(300)
class MutatedOutcomesTest {

  @Test
  void shouldReadOutcomesOrSayWhyNot() {
    Outcome outcome =
        new Outcome(
            new byte[16],
            Decision.FINE_TUNE,
            Verdict.GO,
            Verdict.NO_GO,
            1,
            2,
            3.5,
            4.5,
            5.5,
            "portfolio",
            "1");

    Mutations.tryOut(
        Outcome::fromBytes, List.of(outcome.toBytes()), List.of(RuntimeException.class));
  }

  @Test
  void shouldReadTheHeadersOfUnansweredProposalsOrSayWhyNot() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("tune-or-not.batch", new byte[] {1, 2}).add("none", null);

    Mutations.tryOut(
        Backlog::headers, List.of(Backlog.bytes(headers)), List.of(RuntimeException.class));
  }
}
