package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocumentsTest {
  private static final Path TOP = Path.of("..");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern FILE = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+)`");

  @Test
  void shouldLinkToWhatThereIs() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path document : documents()) {
      LINK.matcher(Files.readString(document))
          .results()
          .map(match -> match.group(1))
          .filter(target -> !target.matches("[a-z]+:.*"))
          .filter(target -> !Files.exists(document.resolveSibling(target)))
          .forEach(target -> dead.add(TOP.relativize(document) + ": " + target));
    }

    assertThat(dead).isEmpty();
  }

  @Test
  void shouldNameFilesToChangeThatThereAre() throws IOException {
    String map =
        Files.readString(TOP.resolve("CONTRIBUTING.md")).split("## Where to change what", 2)[1];
    List<String> files =
        FILE.matcher(map).results().map(match -> match.group(1)).distinct().toList();

    assertThat(files)
        .hasSizeGreaterThan(15)
        .allSatisfy(file -> assertThat(TOP.resolve(file)).exists());
  }

  @Test
  void shouldFitTheReadmeOnTwoScreens() throws IOException {
    assertThat(Files.readAllLines(TOP.resolve("README.md"))).hasSizeLessThan(120);
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String folder : List.of("", "docs", "docs/decisions", "examples", "benchmarks")) {
      try (Stream<Path> files = Files.list(TOP.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    assertThat(documents).hasSizeGreaterThan(20);
    return documents;
  }
}
