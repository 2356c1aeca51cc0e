package dev.tuneornot.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.validation.Violation;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class RecordTypeTest {

  @Test
  void shouldNameTheFourInputs() {
    assertThat(RecordType.PROPOSAL).hasToString("proposal");
    assertThat(RecordType.PROPOSAL.schema()).isEqualTo(Proposal.getClassSchema());
    assertThat(RecordType.USAGE).hasToString("usage");
    assertThat(RecordType.USAGE.schema()).isEqualTo(Usage.getClassSchema());
    assertThat(RecordType.MODEL_PRICING).hasToString("pricing");
    assertThat(RecordType.MODEL_PRICING.schema()).isEqualTo(ModelPricing.getClassSchema());
    assertThat(RecordType.POLICY).hasToString("policy");
    assertThat(RecordType.POLICY.schema()).isEqualTo(Policy.getClassSchema());
  }

  @Test
  void shouldTakeTheKeyFromItsField() {
    assertThat(RecordType.PROPOSAL.keyOf(Samples.proposal())).isEqualTo("p-1");
    assertThat(RecordType.USAGE.keyOf(Samples.usage())).isEqualTo("p-1");
    assertThat(RecordType.MODEL_PRICING.keyOf(Samples.pricing())).isEqualTo("openai/gpt-4o");
    assertThat(RecordType.POLICY.keyOf(Samples.policy())).isEqualTo("support");
  }

  @Test
  void shouldTakeAPolicyWithoutPortfolioForEveryPortfolio() {
    Policy policy = Samples.policy();
    policy.setPortfolio(null);

    assertThat(RecordType.POLICY.keyOf(policy)).isEqualTo("*");
    assertThat(RecordType.POLICY.check(policy, "anything")).isEmpty();
  }

  @Test
  void shouldAcceptARecordUnderItsKey() {
    assertThat(RecordType.PROPOSAL.check(Samples.proposal(), "p-1")).isEmpty();
    assertThat(RecordType.MODEL_PRICING.check(Samples.pricing(), "openai/gpt-4o")).isEmpty();
    assertThat(RecordType.POLICY.check(Samples.policy(), "support")).isEmpty();
  }

  @Test
  void shouldRefuseARecordUnderAnotherKey() {
    assertThat(RecordType.PROPOSAL.check(Samples.proposal(), "p-2\n"))
        .containsExactly(new Violation("proposalId", "p-1", "the record key, p-2\\n"));
    assertThat(RecordType.POLICY.check(Samples.policy(), "*"))
        .containsExactly(new Violation("portfolio", "support", "the record key, *"));
  }

  @Test
  void shouldReportBoundsAndKeyTogether() {
    Proposal proposal = Samples.proposal();
    proposal.getTrainingData().setEpochs(0);

    assertThat(RecordType.PROPOSAL.check(proposal, "p-2"))
        .extracting(Violation::field)
        .containsExactly("trainingData.epochs", "proposalId");
  }

  @Test
  void shouldReportAMissingKeyOnce() {
    Proposal proposal = Samples.proposal();
    proposal.setProposalId(null);

    assertThat(RecordType.PROPOSAL.check(proposal, "p-1"))
        .extracting(Violation::field)
        .containsExactly("proposalId");
  }

  @Test
  void shouldAllocateNothingForValidRecords() {
    Proposal proposal = Samples.proposal();
    ModelPricing pricing = Samples.pricing();
    Policy policy = Samples.policy();
    long once = allocatedByChecks(1, proposal, pricing, policy);

    long thousandTimes = allocatedByChecks(1000, proposal, pricing, policy);

    // A single object a check would be 48,000 bytes.
    assertThat(thousandTimes).as("after %s bytes at first", once).isLessThan(20_000);
  }

  private static long allocatedByChecks(
      int times, Proposal proposal, ModelPricing pricing, Policy policy) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      RecordType.PROPOSAL.check(proposal, "p-1");
      RecordType.MODEL_PRICING.check(pricing, "openai/gpt-4o");
      RecordType.POLICY.check(policy, "support");
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
