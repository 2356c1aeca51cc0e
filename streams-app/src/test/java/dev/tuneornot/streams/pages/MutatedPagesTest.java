package dev.tuneornot.streams.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.Mutations;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is stored of pages, mutated. */
@Timeout(300)
class MutatedPagesTest {
  private static final Outcome OUTCOME =
      new Outcome(
          1, 2, Decision.FINE_TUNE, Verdict.GO, Verdict.CAUTION, 3, 4, 5, 6.5, 7.5, 8.5, 9.5, 10.5);

  @Test
  void shouldReadPagesOrSayWhyNot() {
    Page page = new Page(id("p-1"));
    page.insert(0, id("p-1"));
    page.put(0, 7, OUTCOME, true);
    page.depend(0, new ReferenceKey(ChangeKind.PRICE, "acme/a"));
    page.insert(1, id("p-2"));
    page.put(1, 300, null, true);

    Mutations.tryOut(
        bytes -> PageRecord.read(id("p-1"), bytes),
        List.of(PageRecord.of(page)),
        List.of(IllegalStateException.class));
  }

  @Test
  void shouldReadStoredProposalsOrSayWhyNot() {
    Mutations.tryOut(
        bytes -> {
          StoredProposal stored = StoredProposal.fromBytes(bytes);
          stored.version();
          stored.outcome();
          stored.arrivedStart();
        },
        List.of(StoredProposal.toBytes(1, OUTCOME, new byte[40])),
        List.of(IllegalStateException.class));
  }

  private static Bytes id(String id) {
    return Bytes.wrap(id.getBytes(UTF_8));
  }
}
