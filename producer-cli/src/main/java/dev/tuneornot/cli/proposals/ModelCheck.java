package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.portfolio.models.Lookup;
import dev.tuneornot.portfolio.models.PriceBook;
import dev.tuneornot.portfolio.models.WrittenModels;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Amendment;
import dev.tuneornot.schemas.validation.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks up the models of files of records: a name that is no id is taken for the one that it can
 * mean, and told. Says at once which models have no price, instead of leaving them UNPRICED without
 * a word, and what may be meant by a name that is none.
 */
final class ModelCheck {

  private static final int MOST_NAMED = 20;
  private static final int MOST_TAKEN_NAMED = 100;

  /** The proposals that name a model. */
  private record Use(String first, int count) {
    Use more() {
      return new Use(first, count + 1);
    }
  }

  private final Optional<PriceBook> book;
  private final boolean asWritten;
  private final Surroundings surroundings;
  private final Map<String, Use> unpriced = new TreeMap<>();
  private final Map<String, Use> noIds = new TreeMap<>();
  private final Map<String, Use> takenUnnamed = new TreeMap<>();
  private int taken;

  /**
   * @param book empty where models are not looked up
   * @param asWritten whether no name is taken for an id
   */
  ModelCheck(Optional<PriceBook> book, boolean asWritten, Surroundings surroundings) {
    this.book = book;
    this.asWritten = asWritten;
    this.surroundings = surroundings;
  }

  /** As what the files are to be read. */
  RecordType<Proposal> type() {
    return book.isEmpty() || asWritten
        ? RecordType.PROPOSAL
        : RecordType.PROPOSAL.amended(new WrittenModels(book.get())::amend);
  }

  /** Looks at the models of a proposal, and says which were written as another name. */
  void look(InputFile file, Entry.Accepted<Proposal> record) {
    Proposal proposal = record.value();
    String id = proposal.getProposalId();
    for (Amendment amendment : record.amendments()) {
      if (taken++ < MOST_TAKEN_NAMED) {
        surroundings.say(
            "%s:%d: %s: %s"
                .formatted(file.displayName(), record.line(), Violation.displayed(id), amendment));
      } else {
        count(takenUnnamed, amendment.written() + " is taken as " + amendment.taken(), id);
      }
    }
    if (proposal.getBaselineModel() != null) {
      look(proposal.getBaselineModel(), id);
    }
    proposal.getAlternativeModels().forEach(model -> look(model, id));
    proposal.getCandidateModels().forEach(model -> look(model, id));
  }

  /** Looks at what is no id of a model in a refused proposal. */
  void look(Entry.Refused<Proposal> refused) {
    if (book.isEmpty() || book.get().isEmpty()) {
      return;
    }
    for (Violation violation : refused.violations()) {
      String value = violation.value();
      boolean model = violation.field().matches("baselineModel|\\w+Models\\[\\d+]");
      if (model && value != null && violation.bound().startsWith("provider/model")) {
        count(noIds, value, String.valueOf(refused.id()));
      }
    }
  }

  /** Says what was found; nothing where all have a price, and none is left to be named. */
  void say() {
    say(takenUnnamed, (name, use) -> "%s (%s)".formatted(name, times(use, "more ")));
    say(noIds, (name, use) -> "%s%s (%s)".formatted(name, meantByName(name), times(use)));
    say(
        unpriced,
        (model, use) ->
            "%s has no price (%s): what needs one is UNPRICED%s"
                .formatted(model, times(use), meant(model)));
  }

  private interface Sentence {
    String of(String model, Use use);
  }

  private void say(Map<String, Use> uses, Sentence sentence) {
    uses.entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(use -> surroundings.say("model " + sentence.of(use.getKey(), use.getValue())));
    if (uses.size() > MOST_NAMED) {
      surroundings.say(String.format(Locale.ROOT, "and %,d more models", uses.size() - MOST_NAMED));
    }
  }

  private String meantByName(String name) {
    String meant = meant(name);
    return meant.isEmpty() ? ": there is no price of it" : meant;
  }

  private String meant(String name) {
    Lookup found = book.map(prices -> prices.find(name)).orElse(new Lookup.None(List.of()));
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
    if (book.isPresent() && !book.get().contains(model)) {
      count(unpriced, model, proposalId);
    }
  }

  private static void count(Map<String, Use> uses, String model, String proposalId) {
    Use use = uses.get(model);
    uses.put(model, use == null ? new Use(proposalId, 1) : use.more());
  }

  private static String times(Use use) {
    return times(use, "");
  }

  private static String times(Use use, String more) {
    String first = Violation.displayed(use.first);
    return use.count == 1
        ? "proposal " + first
        : String.format(Locale.ROOT, "%,d %sproposals, first %s", use.count, more, first);
  }
}
