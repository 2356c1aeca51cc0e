package dev.tuneornot.benchmarks.contender;

/** Runs {@link ForeignKeyJoinsTopology}. */
final class ForeignKeyJoinsMain {

  private ForeignKeyJoinsMain() {}

  public static void main(String[] arguments) {
    JoinApp.run(
        arguments, (registry, settings) -> new ForeignKeyJoinsTopology(registry).build(settings));
  }
}
