package dev.tuneornot.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bill of materials names Confluent's artifacts, of which there are classes in the jars. */
class BillOfMaterialsIT {
  private static final String COORDINATES = "META-INF/maven/io.confluent/";

  @ParameterizedTest
  @ValueSource(
      strings = {"confluent-serde", "streams-app", "producer-cli", "dashboard", "standalone"})
  void shouldNameConfluentsArtifactsAndWhereTheyAreFrom(String module) throws IOException {
    List<JsonNode> components = confluentComponents(module);

    assertThat(components)
        .extracting(component -> component.get("purl").asText())
        .containsExactlyInAnyOrderElementsOf(extracted());
    assertThat(components)
        .allSatisfy(
            component -> {
              JsonNode ancestor = component.at("/pedigree/ancestors/0");
              assertThat(ancestor.get("name").asText()).isEqualTo("snowflake-kafka-connector");
              assertThat(ancestor.at("/hashes/0/content").asText()).hasSize(64);
              assertThat(component.at("/licenses/0/license/id").asText()).isEqualTo("Apache-2.0");
            });
  }

  private static List<JsonNode> confluentComponents(String module) throws IOException {
    Path target = Path.of("..", module, "target");
    // A single module may be tested where the others have not been packaged.
    assumeTrue(isPackaged(target), () -> module + " has not been packaged");
    Path bom = target.resolve("bom.json");
    assertThat(bom).exists();
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).get("components")) {
      if (component.path("group").asText().equals("io.confluent")) {
        found.add(component);
      }
    }
    return found;
  }

  private static boolean isPackaged(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return false;
    }
    try (Stream<Path> files = Files.list(target)) {
      return files.anyMatch(file -> file.toString().endsWith(".jar"));
    }
  }

  /**
   * What the jar says of itself: the coordinates of each artifact are extracted with its classes.
   */
  private static List<String> extracted() throws IOException {
    List<String> purls = new ArrayList<>();
    Path target = Path.of("..", "confluent-serde", "target");
    try (Stream<Path> files = Files.list(target)) {
      Path file =
          files
              .filter(
                  path ->
                      path.getFileName()
                          .toString()
                          .matches("confluent-serde-[^-]+(-SNAPSHOT)?.jar"))
              .findFirst()
              .orElseThrow();
      try (JarFile jar = new JarFile(file.toFile())) {
        for (String entry :
            jar.stream()
                .map(Object::toString)
                .filter(name -> name.startsWith(COORDINATES) && name.endsWith("/pom.properties"))
                .toList()) {
          Properties coordinates = new Properties();
          coordinates.load(jar.getInputStream(jar.getEntry(entry)));
          purls.add(
              "pkg:maven/%s/%s@%s?type=jar"
                  .formatted(
                      coordinates.getProperty("groupId"),
                      coordinates.getProperty("artifactId"),
                      coordinates.getProperty("version")));
        }
      }
    }
    assertThat(purls).hasSize(3);
    return purls;
  }
}
