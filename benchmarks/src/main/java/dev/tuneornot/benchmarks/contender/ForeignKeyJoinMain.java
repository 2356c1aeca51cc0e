package dev.tuneornot.benchmarks.contender;

/** Runs {@link ForeignKeyJoinTopology}. */
final class ForeignKeyJoinMain {

  private ForeignKeyJoinMain() {}

  public static void main(String[] arguments) {
    JoinApp.run(
        arguments, (registry, settings) -> new ForeignKeyJoinTopology(registry).build(settings));
  }
}
