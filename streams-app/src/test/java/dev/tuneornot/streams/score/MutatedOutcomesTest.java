package dev.tuneornot.streams.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.streams.Mutations;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a task keeps of its proposals, mutated. */
@Timeout(300)
class MutatedOutcomesTest {
  private static final Bytes START = Bytes.wrap(new byte[0]);

  @Test
  void shouldReadSingleOutcomesOrSayWhyNot() {
    Mutations.tryOut(
        Outcome::ofSingle,
        List.of(Outcomes.single(Outcomes.go(1))),
        List.of(RuntimeException.class));
  }

  @Test
  void shouldReadBlocksOfOutcomesOrSayWhyNot() {
    OutcomeBlock block = OutcomeBlock.empty(START, null);
    block.put(id("p-1"), 1, Outcomes.go(1));
    block.put(id("p-2"), 300, Outcomes.noGo(2));

    Mutations.tryOut(
        bytes -> {
          OutcomeBlock read = OutcomeBlock.fromBytes(START, null, bytes);
          read.find(id("p-1"), 1, "portfolio");
          read.find(id("p-2"), 300, "portfolio");
        },
        List.of(block.toBytes()),
        List.of(RuntimeException.class));
  }

  @Test
  void shouldReadStoredProposalsOrSayWhyNot() {
    byte[] stored =
        StoredProposal.toBytes(1, Outcomes.go(1), "another", ByteBuffer.wrap(new byte[40]));

    Mutations.tryOut(
        bytes -> StoredProposal.fromBytes(bytes).outcome("another"),
        List.of(stored),
        List.of(RuntimeException.class));
  }

  @Test
  void shouldReadTheHeadersOfUnansweredProposalsOrSayWhyNot() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("tune-or-not.batch", new byte[] {1, 2}).add("none", null);

    Mutations.tryOut(
        Backlog::headers, List.of(Backlog.bytes(headers)), List.of(RuntimeException.class));
  }

  private static Bytes id(String id) {
    return Bytes.wrap(id.getBytes(UTF_8));
  }
}
