package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.benchmarks.process.StandardInput;
import dev.tuneornot.streams.StreamsMain;
import java.util.ArrayList;
import java.util.List;

/** The streams app's own main, ended by the end of standard input. */
final class OursMain {

  private OursMain() {}

  public static void main(String[] arguments) {
    StandardInput.exitAtEnd();
    List<String> properties = new ArrayList<>();
    for (String argument : arguments) {
      properties.add("--property");
      properties.add(argument);
    }
    StreamsMain.main(properties.toArray(String[]::new));
  }
}
