package dev.tuneornot.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.function.Consumer;

/** How a started process is told what to do, and that it is to end. */
public final class StandardInput {

  private StandardInput() {}

  /**
   * Ends the JVM when standard input ends, that is at the latest with the process that started it.
   */
  public static void exitAtEnd() {
    Thread thread =
        new Thread(
            () -> {
              forEachLine(line -> {});
              System.exit(0);
            },
            "stdin");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when standard input ends. */
  public static void forEachLine(Consumer<String> command) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        command.accept(line);
      }
    } catch (IOException e) {
      // A broken pipe is an end as well.
    }
  }
}
