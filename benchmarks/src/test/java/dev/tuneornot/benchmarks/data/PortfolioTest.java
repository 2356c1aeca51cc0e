package dev.tuneornot.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.evaluation.Evaluator;
import dev.tuneornot.evaluation.OutcomeDigest;
import dev.tuneornot.evaluation.Policies;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RecordType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {
  private static final Instant AS_OF = Instant.parse("2026-11-22T10:00:00Z");

  private final Portfolio portfolio = new Portfolio(1, AS_OF);
  private final List<Proposal> proposals = new ArrayList<>();

  @BeforeEach
  void generate() throws IOException {
    portfolio.proposals(101, (proposal, number) -> proposals.add(proposal));
  }

  @Test
  void shouldHaveTheHotModelInEveryOtherProposal() {
    assertThat(proposals).hasSize(101);
    assertThat(proposals.stream().filter(PortfolioTest::isHot).count())
        .isEqualTo(Portfolio.dependants(101))
        .isEqualTo(51);
  }

  @Test
  void shouldBeValid() {
    assertThat(proposals).allSatisfy(p -> assertThat(RecordType.PROPOSAL.check(p)).isEmpty());
    assertThat(portfolio.prices())
        .allSatisfy(price -> assertThat(RecordType.MODEL_PRICING.check(price)).isEmpty());
  }

  /** Else the streams app, which emits what is new only, would emit less than a join. */
  @Test
  void shouldChangeTheOutcomeOfEveryDependantWithEveryPrice() {
    Map<String, ModelPricing> prices = new HashMap<>();
    portfolio.prices().forEach(price -> prices.put(price.getModelId(), price));
    Map<String, ModelPricing> changed = new HashMap<>(prices);
    changed.put(Portfolio.HOT_MODEL, portfolio.hotPrice(1));

    assertThat(proposals)
        .allSatisfy(
            proposal ->
                assertThat(outcome(proposal, prices).equals(outcome(proposal, changed)))
                    .isEqualTo(!isHot(proposal)));
  }

  @Test
  void shouldGiveTheSameProposalsFromTheFile(@TempDir Path directory) throws IOException {
    ProposalFile file = ProposalFile.of(portfolio, 101, directory);
    AvroBytes<Proposal> codec = new AvroBytes<>(Proposal.class, Proposal.getClassSchema());
    List<Proposal> read = new ArrayList<>();

    file.forEach(10, 20, (number, id, avro) -> read.add(codec.decode(avro, 0)));

    assertThat(read).isEqualTo(proposals.subList(10, 20));
  }

  private static boolean isHot(Proposal proposal) {
    return proposal.getCandidateModels().contains(Portfolio.HOT_MODEL);
  }

  private static List<Byte> outcome(Proposal proposal, Map<String, ModelPricing> prices) {
    List<Byte> bytes = new ArrayList<>();
    for (byte one :
        OutcomeDigest.of(
            Evaluator.evaluate(proposal, null, prices::get, Policies.builtin(), AS_OF))) {
      bytes.add(one);
    }
    return bytes;
  }
}
