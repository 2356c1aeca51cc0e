package dev.tuneornot.cli.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which dead letters are wanted: of each option given, one value must apply. */
final class DeadLetterFilter implements Predicate<DeadLetter> {

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description =
          "Only with this reason, such as INVALID_RECORD, UNDECODABLE, UNKNOWN_SCHEMA,"
              + " KEY_MISMATCH, NULL_KEY or WRONG_PARTITION; may be repeated.")
  private List<String> reasons = new ArrayList<>();

  @Option(names = "--key", paramLabel = "KEY", description = "Only of this key; may be repeated.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only from this topic; may be repeated.")
  private List<String> topics = new ArrayList<>();

  @Override
  public boolean test(DeadLetter letter) {
    return (reasons.isEmpty() || reasons.stream().anyMatch(letter.reason()::equalsIgnoreCase))
        && (keys.isEmpty() || keys.contains(letter.key()))
        && (topics.isEmpty() || topics.contains(letter.topic()));
  }
}
