package dev.tuneornot.cli.usage;

import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.cli.input.InputFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.portfolio.usage.KeyMap;
import dev.tuneornot.portfolio.usage.KeyMapFile;
import dev.tuneornot.portfolio.usage.KeyRule;
import dev.tuneornot.portfolio.usage.ModelRule;
import dev.tuneornot.portfolio.usage.UsageSource;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** To which proposals the rows belong. */
final class MappingOptions {

  @Option(
      names = "--map",
      paramLabel = "FIELD=REGEX:PROPOSAL",
      description = {
        "Rows whose field matches belong to the proposal; may be repeated, the first one that"
            + " matches counts.",
        "The expression has to match the whole value, or one of a list; $1 in the proposal is its"
            + " first group. A field within another one is written with a dot: metadata.app."
      })
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--map-file",
      paramLabel = "FILE",
      converter = InputFile.Converter.class,
      description =
          "The same as a list: CSV with the columns field, value (the whole of it), proposalId and,"
              + " where it is wanted, model (as --model). It comes before --map.")
  private @Nullable InputFile file;

  @Option(
      names = "--model",
      paramLabel = "REGEX:PROPOSAL",
      description =
          "Under which name the measured model of a proposal stands in the export, where that does"
              + " not follow from its id: of what was tuned for a LIVE proposal, of the baseline for"
              + " a PROPOSED one.")
  private List<String> models = new ArrayList<>();

  /**
   * Reads the list and the rules; rows of the list that are wrong are reported.
   *
   * @throws UsageFailure if there is none, one is wrong, or the source has no such field
   */
  KeyMap read(UsageSource source, Surroundings surroundings, Refusals refusals) {
    if (rules.isEmpty() && file == null) {
      throw new UsageFailure(
          "It is not said which rows belong to which proposal: give --map or --map-file");
    }
    KeyMapFile list = file == null ? KeyMapFile.NONE : readList(file, surroundings, refusals);
    KeyMap map = new KeyMap(parsed(rules, KeyRule::parse), list, parsed(models, ModelRule::parse));
    for (String field : map.fields()) {
      if (!source.isKey(field)) {
        throw new UsageFailure(
            "Rows of %s cannot be mapped by %s; they have %s"
                .formatted(source.name(), Violation.displayed(field), source.keys()));
      }
    }
    return map;
  }

  Stream<InputFile> files() {
    return Stream.ofNullable(file);
  }

  private static KeyMapFile readList(InputFile file, Surroundings surroundings, Refusals refusals) {
    try (InputStream in = file.open(surroundings.in())) {
      return KeyMapFile.read(in, refusing(file, refusals));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  static BiConsumer<Long, Violation> refusing(InputFile file, Refusals refusals) {
    return (line, violation) ->
        refusals.report(file, new Entry.Refused<>(line, null, List.of(violation)));
  }

  static OperationFailure unreadable(InputFile file, IOException failure) {
    return new OperationFailure(
        file.displayName() + " cannot be read: " + failure.getMessage(), failure);
  }

  private static <T> List<T> parsed(List<String> texts, Function<String, T> parser) {
    try {
      return texts.stream().map(parser).toList();
    } catch (IllegalArgumentException wrong) {
      throw new UsageFailure(String.valueOf(wrong.getMessage()));
    }
  }
}
