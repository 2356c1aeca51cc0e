package dev.tuneornot.streams.impact;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.ImpactState;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Verdict;
import dev.tuneornot.model.VerdictTransition;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.Mutations;
import dev.tuneornot.streams.reference.ChangeVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tasks tell each other about changes, mutated. */
@Timeout(300)
class MutatedImpactsTest {
  @Test
  void shouldReadReportsOrSayWhyNot() {
    TrustedClasses.install();
    PriceImpact impact =
        PriceImpact.newBuilder()
            .setChangeId("PRICE/acme/a@7")
            .setKind(ChangeKind.PRICE)
            .setKey("acme/a")
            .setState(ImpactState.RUNNING)
            .setDependants(5)
            .setRescored(4)
            .setTransitions(List.of(new VerdictTransition(Verdict.GO, Verdict.NO_GO, 2L)))
            .setMonthlySavingsChange(new BigDecimal("-12.500000"))
            .setMonthlySavingsChangeUsd(-12.5)
            .setStartedAt(Instant.EPOCH)
            .build();
    ImpactReport report = new ImpactReport(ChangeVersion.sent("a topic", 1, 7), 4, impact);

    Mutations.tryOut(
        ImpactReport::fromBytes, List.of(report.toBytes()), List.of(IllegalStateException.class));
  }
}
