package dev.tuneornot.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tuneornot.standalone.endtoend.CommandLine.Result;
import dev.tuneornot.standalone.stack.EmbeddedStack;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes command lines as they are typed, and keeps what came back. */
final class Terminal {
  private static final Set<String> CONNECT_TO_NOTHING =
      Set.of("generate", "evaluate", "generate-completion", "no-such-command");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedStack stack;
  private final StringBuilder transcript = new StringBuilder();
  private final Set<String> used = new TreeSet<>();

  Terminal(EmbeddedStack stack) {
    this.stack = stack;
  }

  /** Runs a command that is to end with {@code exitCode} and without a stack trace. */
  Result run(int exitCode, String line) {
    Result result = quietly(line);
    transcript
        .append("$ tune-or-not ")
        .append(line)
        .append('\n')
        .append(result.out())
        .append(result.err().indent(0))
        .append("[exit code ")
        .append(result.exitCode())
        .append("]\n\n");
    assertThat(result.exitCode()).as("%s: %s", line, result.err()).isEqualTo(exitCode);
    assertThat(result.err()).doesNotContain("\tat ");
    return result;
  }

  /** Runs a command without expecting or keeping anything. */
  Result quietly(String line) {
    String[] words = line.split(" ", -1);
    used.add(words[0]);
    if (words.length > 1) {
      used.add(words[0] + " " + words[1]);
    }
    if (words.length > 2) {
      used.add(words[0] + " " + words[1] + " " + words[2]);
    }
    boolean connects =
        !CONNECT_TO_NOTHING.contains(words[0])
            && !line.contains(" validate")
            && !line.startsWith("proposals template");
    return connects ? new CommandLine(stack).run(words) : CommandLine.offline(words);
  }

  String transcript() {
    return transcript.toString();
  }

  /** The first word of every line, the first two, and the first three. */
  Set<String> used() {
    return used;
  }

  /** The lines of JSON that a command wrote. */
  static List<JsonNode> rows(Result result) {
    return result.out().lines().map(Terminal::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
