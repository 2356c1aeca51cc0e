package dev.tuneornot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.cli.testing.Shell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * The reference pages in docs/commands are what the commands say of themselves. To write them anew:
 * {@code mvn -pl producer-cli -am test -Dtest=CommandReferenceTest -Dtuneornot.update.docs=true
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class CommandReferenceTest {
  private static final Path PAGES = Path.of("..", "docs", "commands");

  @Test
  void shouldBeCurrent() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    addPages(Commands.assemble(Shell.plain().surroundings()), pages);
    if (Boolean.getBoolean("tuneornot.update.docs")) {
      write(pages);
    }

    Map<String, String> kept = new TreeMap<>();
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".adoc")).toList()) {
        kept.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(kept).containsExactlyEntriesOf(pages);
  }

  private static void addPages(CommandLine command, Map<String, String> pages) {
    if (command.getCommandSpec().usageMessage().hidden()) {
      return;
    }
    StringWriter page = new StringWriter();
    ManPageGenerator.writeSingleManPage(new PrintWriter(page, true), command.getCommandSpec());
    String name = command.getCommandSpec().qualifiedName("-") + ".adoc";
    pages.put(name, page.toString().replaceAll("[ \\t]+(?=\\R)", "").replace("\r\n", "\n"));
    command.getSubcommands().values().forEach(subcommand -> addPages(subcommand, pages));
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(PAGES);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
    }
  }
}
