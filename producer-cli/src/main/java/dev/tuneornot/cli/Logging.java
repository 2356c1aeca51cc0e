package dev.tuneornot.cli;

/**
 * The log of the libraries. Kafka's clients repeat warnings while a broker is away; a command says
 * once, in its own words, what is wrong, so the log is for {@code --verbose} only.
 */
final class Logging {

  private static final String CONFIGURATION = "logback.configurationFile";
  private static final String LEVEL = "tuneornot.log.level";

  private Logging() {}

  /** To be called before the first logger is made. */
  static void configure(boolean verbose) {
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, "dev/tuneornot/cli/logback.xml");
    }
    if (System.getProperty(LEVEL) == null) {
      System.setProperty(LEVEL, verbose ? "INFO" : "OFF");
    }
  }
}
