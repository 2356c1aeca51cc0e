package dev.tuneornot.streams.rollup;

import dev.tuneornot.model.Decision;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.streams.Mutations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tasks tell each other about portfolios, mutated. */
@Timeout(300)
class MutatedSumsTest {

  @Test
  void shouldReadSumsOrSayWhyNot() {
    PortfolioSums sums = new PortfolioSums();
    sums.add(new Contribution("a", Decision.FINE_TUNE, Verdict.GO, 1.5, 2.5, 1e12, 3.5, 4.5));

    Mutations.tryOut(
        PortfolioSums::fromBytes, List.of(sums.toBytes("a")), List.of(IllegalStateException.class));
  }

  @Test
  void shouldReadKeysOrSayWhyNot() {
    Mutations.tryOut(
        PartialKey::fromBytes,
        List.of(new PartialKey("a portfolio", 3).toBytes()),
        List.of(IllegalStateException.class));
  }
}
