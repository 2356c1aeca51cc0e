package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.models.Lookup;
import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says at once which models of proposals have no price, instead of leaving them UNPRICED without a
 * word, and what may be meant by a name that is no id. Files of records stay as they are: nothing
 * in them is corrected.
 */
final class ModelCheck {

  private static final int MOST_NAMED = 20;

  /** The proposals that name a model. */
  private record Use(String first, int count) {
    Use more() {
      return new Use(first, count + 1);
    }
  }

  private final PriceBook book;
  private final Map<String, Use> unpriced = new TreeMap<>();
  private final Map<String, Use> noIds = new TreeMap<>();

  ModelCheck(PriceBook book) {
    this.book = book;
  }

  /** Looks at the models of a proposal. */
  void look(Proposal proposal) {
    String id = proposal.getProposalId();
    if (proposal.getBaselineModel() != null) {
      look(proposal.getBaselineModel(), id);
    }
    proposal.getAlternativeModels().forEach(model -> look(model, id));
    proposal.getCandidateModels().forEach(model -> look(model, id));
  }

  /** Looks at what is no id of a model in a refused proposal. */
  void look(Entry.Refused<Proposal> refused) {
    for (Violation violation : refused.violations()) {
      String value = violation.value();
      boolean model = violation.field().matches("baselineModel|\\w+Models\\[\\d+]");
      if (model && value != null && violation.bound().startsWith("provider/model")) {
        count(noIds, value, String.valueOf(refused.id()));
      }
    }
  }

  /** Says what was found; nothing where all have a price. */
  void say(Surroundings surroundings) {
    say(surroundings, noIds, (name, use) -> "%s%s (%s)".formatted(name, meant(name), times(use)));
    say(
        surroundings,
        unpriced,
        (model, use) ->
            "%s has no price (%s): what needs one is UNPRICED%s"
                .formatted(model, times(use), meant(model)));
  }

  private interface Sentence {
    String of(String model, Use use);
  }

  private static void say(Surroundings surroundings, Map<String, Use> uses, Sentence sentence) {
    uses.entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(use -> surroundings.say("model " + sentence.of(use.getKey(), use.getValue())));
    if (uses.size() > MOST_NAMED) {
      surroundings.say(String.format(Locale.ROOT, "and %,d more models", uses.size() - MOST_NAMED));
    }
  }

  private String meant(String name) {
    Lookup found = book.find(name);
    List<String> ids = List.of();
    if (found instanceof Lookup.One one) {
      ids = List.of(one.modelId());
    } else if (found instanceof Lookup.Several several) {
      ids = several.modelIds();
    } else if (found instanceof Lookup.None none) {
      ids = none.similar();
    }
    return ids.isEmpty() ? "" : "; is it " + String.join(" or ", ids) + "?";
  }

  private void look(String model, String proposalId) {
    if (!book.contains(model)) {
      count(unpriced, model, proposalId);
    }
  }

  private static void count(Map<String, Use> uses, String model, String proposalId) {
    Use use = uses.get(model);
    uses.put(model, use == null ? new Use(proposalId, 1) : use.more());
  }

  private static String times(Use use) {
    String first = Violation.displayed(use.first);
    return use.count == 1
        ? "proposal " + first
        : String.format(Locale.ROOT, "%,d proposals, first %s", use.count, first);
  }
}
