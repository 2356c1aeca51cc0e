package dev.tuneornot.portfolio.models;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.validation.Amendment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes models as people write them for the ids that are meant, where one can be meant. An id stays
 * as it is, with or without a price: its price may come later. Thread-safe.
 */
public final class WrittenModels {

  private final PriceBook book;

  public WrittenModels(PriceBook book) {
    this.book = book;
  }

  /**
   * Changes the models of a proposal.
   *
   * @param proposal may be incomplete
   * @return what was changed
   */
  public List<Amendment> amend(Proposal proposal) {
    List<Amendment> amendments = new ArrayList<>(0);
    String baseline = amend("baselineModel", proposal.getBaselineModel(), amendments);
    if (!amendments.isEmpty()) {
      proposal.setBaselineModel(baseline);
    }
    List<String> alternatives =
        amend("alternativeModels", proposal.getAlternativeModels(), amendments);
    if (alternatives != null) {
      proposal.setAlternativeModels(alternatives);
    }
    List<String> candidates = amend("candidateModels", proposal.getCandidateModels(), amendments);
    if (candidates != null) {
      proposal.setCandidateModels(candidates);
    }
    return amendments;
  }

  /** A changed copy; null where nothing is changed. */
  private @Nullable List<String> amend(
      String field, @Nullable List<String> written, List<Amendment> amendments) {
    if (written == null) {
      return null;
    }
    int before = amendments.size();
    List<String> taken = new ArrayList<>(written.size());
    for (String model : written) {
      taken.add(amend(field + "[" + taken.size() + "]", model, amendments));
    }
    return amendments.size() == before ? null : taken;
  }

  private @Nullable String amend(
      String field, @Nullable String written, List<Amendment> amendments) {
    Optional<String> meant = written == null ? Optional.empty() : book.meant(written);
    meant.ifPresent(id -> amendments.add(new Amendment(field, String.valueOf(written), id)));
    return meant.orElse(written);
  }
}
