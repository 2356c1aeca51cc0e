package dev.tuneornot.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tests of what the page computes and checks its types, where there is a node. */
@Timeout(180)
class PageCodeTest {
  private static final Path TESTS = Path.of("src", "test", "js");
  private static final Path PAGE = Path.of("src", "main", "resources", "dashboard");

  @Test
  void shouldComputeWhatThePageShows(@TempDir Path directory) throws Exception {
    assumeNode();
    List<String> command = new ArrayList<>(List.of("node", "--test"));
    command.addAll(files(TESTS, ".test.mjs"));

    assertThat(run(directory, command)).isZero();
  }

  @Test
  void shouldBeReadableCode(@TempDir Path directory) throws Exception {
    assumeNode();
    for (String file : files(PAGE, ".js")) {
      assertThat(run(directory, List.of("node", "--check", file))).as(file).isZero();
    }
  }

  /** As CONTRIBUTING.md says, {@code npm ci} fetches the compiler that checks the types. */
  @Test
  void shouldHaveTypesThatFit(@TempDir Path directory) throws Exception {
    Path compiler = TESTS.resolve(Path.of("node_modules", "typescript", "bin", "tsc"));
    assumeNode();
    assumeTrue(
        Files.exists(compiler),
        () -> "there is no " + compiler + ": the page's types are unchecked");

    assertThat(run(directory, List.of("node", compiler.toString(), "-p", TESTS.toString())))
        .isZero();
  }

  @Test
  void shouldHaveAllFilesChecked() throws IOException {
    for (String file : files(PAGE, ".js")) {
      assertThat(Path.of(file)).content().startsWith("// @ts-check\n");
    }
  }

  /** The types are from the package of npm, the code is from the WebJar. */
  @Test
  void shouldCheckWithTypesOfTheChartLibraryThatIsDelivered() throws IOException {
    JsonNode tools = new ObjectMapper().readTree(TESTS.resolve("package.json").toFile());
    String version = tools.at("/devDependencies/uplot").asText();

    assertThat(
            PageCodeTest.class.getResource(
                "/META-INF/resources/webjars/uplot/" + version + "/dist/uPlot.esm.js"))
        .as("uplot of src/test/js/package.json is %s", version)
        .isNotNull();
  }

  private static List<String> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.startsWith(TESTS.resolve("node_modules")))
          .map(Path::toString)
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static void assumeNode() throws InterruptedException {
    int status;
    try {
      status = new ProcessBuilder("node", "--version").start().waitFor();
    } catch (IOException e) {
      status = -1;
    }
    assumeTrue(status == 0, "there is no node: the tests of the page's code are skipped");
  }

  /** Shows what the command says where it fails. */
  private static int run(Path directory, List<String> command) throws Exception {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    if (process.exitValue() != 0) {
      System.err.println(Files.readString(output));
    }
    return process.exitValue();
  }
}
