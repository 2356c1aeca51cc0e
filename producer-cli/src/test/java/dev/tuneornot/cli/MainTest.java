package dev.tuneornot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import dev.tuneornot.cli.testing.Shell.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

class MainTest {
  /** To be looked at only: what runs is assembled anew. */
  private static final CommandLine COMMANDS = Commands.assemble(Shell.plain().surroundings());

  @Test
  void shouldPrintHelpAndVersionOnStandardOutput() {
    Result help = Shell.plain().run("--help");
    Result version = Shell.plain().run("--version");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("evaluate", "proposals", "recommendations", "Exit codes");
    assertThat(help.err()).isEmpty();
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("tune-or-not ");
  }

  @ParameterizedTest(name = "{0} --help")
  @MethodSource("commands")
  void shouldPrintHelpForEveryCommand(List<String> command) {
    Object[] arguments = concat(command, "--help");

    Result result = Shell.plain().run(arguments);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("Usage: tune-or-not " + String.join(" ", command));
  }

  @ParameterizedTest(name = "{0} --help")
  @MethodSource("commands")
  void shouldBreakHelpAtSpacesOnly(List<String> command) {
    List<String> words = words(400, concat(command, "--help"));

    assertThat(words(80, concat(command, "--help"))).isEqualTo(words);
    assertThat(words(120, concat(command, "--help"))).isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldWriteDescriptionsThatCanBeFormatted(List<String> words) {
    CommandLine command = COMMANDS;
    for (String word : words) {
      command = command.getSubcommands().get(word);
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      // As it is written: what the specification has is formatted already, or could not be.
      AnnotatedElement field = (AnnotatedElement) option.userObject();
      Option written = field.getAnnotation(Option.class);
      for (String line : written.description()) {
        String plain = line.replaceAll("\\$\\{[^}]*}", "");
        assertThat(String.format(Locale.ROOT, plain)).as(option.longestName()).isNotBlank();
      }
    }
  }

  private static List<String> words(int columns, Object... arguments) {
    CommandLine command = COMMANDS;
    for (Object word : arguments) {
      command = command.getSubcommands().getOrDefault(word, command);
    }
    command.getCommandSpec().usageMessage().autoWidth(false).width(columns);
    String help = command.getUsageMessage();
    // Lines of options stand beside their names, so that words of two columns mix: sorted.
    return help.lines()
        .flatMap(line -> Stream.of(line.strip().split(" +")))
        .filter(word -> !word.isEmpty())
        .sorted()
        .toList();
  }

  @ParameterizedTest(name = "{0} --version")
  @MethodSource("commands")
  void shouldPrintTheVersionForEveryCommand(List<String> command) {
    Result result = Shell.plain().run(concat(command, "--version"));

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("tune-or-not ");
  }

  static List<List<String>> commands() {
    return commandsBelow(COMMANDS, List.of());
  }

  @Test
  void shouldRefuseAMissingCommandAsWrongUsage() {
    Result result = Shell.plain().run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Missing required subcommand");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void shouldSuggestTheOptionThatWasMeant() {
    Result result = Shell.plain().run("generate", "--propsals", "3");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--propsals").contains("--proposals");
  }

  @Test
  void shouldShowAStackTraceOnlyWhenVerbose() {
    Result quiet = Shell.plain().run("topics", "check");
    Result verbose = Shell.plain().run("topics", "check", "--verbose");

    assertThat(quiet.err()).doesNotContain("\tat ");
    assertThat(verbose.err()).contains("\tat dev.tuneornot.cli");
  }

  @Test
  void shouldGenerateAShellCompletion() {
    Result result = Shell.plain().run("generate-completion");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("_complete_tune-or-not").contains("recommendations");
  }

  @Test
  void shouldRunWithStreamsOfTheCaller() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int exitCode =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "generate",
            "--proposals",
            "2");

    assertThat(exitCode).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    assertThat(err.size()).isZero();
  }

  private static List<List<String>> commandsBelow(CommandLine commandLine, List<String> path) {
    List<List<String>> commands = new ArrayList<>();
    commandLine
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              List<String> words = new ArrayList<>(path);
              words.add(name);
              commands.add(List.copyOf(words));
              commands.addAll(commandsBelow(subcommand, words));
            });
    return commands;
  }

  private static Object[] concat(List<String> words, String last) {
    List<Object> all = new ArrayList<>(words);
    all.add(last);
    return all.toArray();
  }
}
