package dev.tuneornot.streams.impact;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.Mutations;
import dev.tuneornot.streams.pass.ChangeVersion;
import dev.tuneornot.streams.reference.ReferenceKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tasks tell each other about changes, mutated. */
@Timeout(300)
class MutatedImpactsTest {
  private static final ImpactReport REPORT =
      new ImpactReport(ChangeVersion.sent(7), true, 4, 5, 6, new Tally());

  @Test
  void shouldReadReportsOrSayWhyNot() {
    Mutations.tryOut(
        ImpactReport::fromBytes, List.of(REPORT.toBytes()), List.of(RuntimeException.class));
  }

  @Test
  void shouldReadImpactsOrSayWhyNot() {
    TrustedClasses.install();
    EmittedImpact impact =
        new EmittedImpact(
            REPORT.version(),
            8,
            ImpactSum.of(new ReferenceKey(ChangeKind.PRICE, "acme/a"), REPORT, List.of(REPORT), 9));

    Mutations.tryOut(
        EmittedImpact::fromBytes, List.of(impact.toBytes()), List.of(RuntimeException.class));
  }
}
