package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the jar holds exactly what it says it holds. */
@EnabledIfSystemProperty(
    named = "confluent.source",
    matches = "bundle",
    disabledReason = "the classes come from Confluent's own artifacts")
class ExtractedClassesTest {

  @Test
  void shouldHoldExactlyThePinnedClasses() throws Exception {
    assertThat(extracted()).isEqualTo(lines("/confluent-classes.sha256"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka-avro-serializer",
        "kafka-schema-serializer",
        "kafka-schema-registry-client"
      })
  void shouldCarryTheVersionOfTheOriginal(String artifact) throws IOException {
    Properties properties = new Properties();
    properties.load(resource("/META-INF/maven/io.confluent/" + artifact + "/pom.properties"));

    assertThat(properties)
        .containsEntry("groupId", "io.confluent")
        .containsEntry("artifactId", artifact)
        .containsEntry("version", System.getProperty("confluent.version"));
  }

  @Test
  void shouldNameOriginVersionAndLicence() throws Exception {
    String notice = Files.readString(classes().resolve("META-INF/NOTICE"));
    String licence = Files.readString(classes().resolve("META-INF/LICENSE"));

    assertThat(notice)
        .contains("io.confluent:kafka-avro-serializer:" + System.getProperty("confluent.version"))
        .contains(System.getProperty("confluent.origin"))
        .contains(System.getProperty("confluent.origin.sha256"))
        .contains("Apache License, Version 2.0");
    assertThat(licence).contains("Apache License").contains("Version 2.0, January 2004");
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(
        KafkaAvroSerializer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<String> extracted() throws Exception {
    Path root = classes();
    try (Stream<Path> files = Files.walk(root.resolve("io/confluent"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .map(path -> sha256(root.resolve(path)) + "  " + path)
          .toList();
    }
  }

  private static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = resource(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static InputStream resource(String name) {
    InputStream in = ExtractedClassesTest.class.getResourceAsStream(name);
    assertThat(in).as(name).isNotNull();
    return in;
  }
}
