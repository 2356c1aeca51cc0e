package dev.tuneornot.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.tuneornot.standalone.registry.RegistryRecord.LevelSet;
import dev.tuneornot.standalone.registry.RegistryRecord.SubjectDeleted;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionErased;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionWritten;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryRecordJsonTest {

  static Stream<Arguments> records() {
    return Stream.of(
        argumentSet(
            "version",
            new VersionWritten("orders-value", 2, 7, "\"string\"", false),
            "{'keytype':'SCHEMA','subject':'orders-value','version':2,'magic':1}",
            "{'subject':'orders-value','version':2,'id':7,'schema':'\\'string\\'','deleted':false}"),
        argumentSet(
            "permanent deletion",
            new VersionErased("orders-value", 2),
            "{'keytype':'SCHEMA','subject':'orders-value','version':2,'magic':1}",
            null),
        argumentSet(
            "soft deletion of a subject",
            new SubjectDeleted("orders-value", 2),
            "{'keytype':'DELETE_SUBJECT','subject':'orders-value','magic':0}",
            "{'subject':'orders-value','version':2}"),
        argumentSet(
            "level of a subject",
            new LevelSet("orders-value", CompatibilityLevel.FULL),
            "{'keytype':'CONFIG','subject':'orders-value','magic':0}",
            "{'subject':'orders-value','compatibilityLevel':'FULL'}"),
        argumentSet(
            "global level",
            new LevelSet(null, CompatibilityLevel.NONE),
            "{'keytype':'CONFIG','subject':null,'magic':0}",
            "{'subject':null,'compatibilityLevel':'NONE'}"),
        argumentSet(
            "level no longer set",
            new LevelSet("orders-value", null),
            "{'keytype':'CONFIG','subject':'orders-value','magic':0}",
            null));
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldWriteAndReadConfluentsFormat(
      RegistryRecord record, String expectedKey, @Nullable String expectedValue)
      throws IOException {
    String key = RegistryRecordJson.key(record);
    @Nullable String value = RegistryRecordJson.value(record);

    assertThat(key).isEqualTo(expectedKey.replace('\'', '"'));
    assertThat(value).isEqualTo(expectedValue == null ? null : expectedValue.replace('\'', '"'));
    assertThat(RegistryRecordJson.parse(key, value)).contains(record);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'keytype':'NOOP','magic':0} |
          {'keytype':'MODE','subject':null,'magic':0} | {'mode':'READWRITE'}
          {'keytype':'CONTEXT','tenant':'default','context':'c','magic':0} | {}
          """)
  void shouldPassOverWhatMeansNothingHere(String key, @Nullable String value) throws IOException {
    String valueJson = value == null ? null : value.replace('\'', '"');

    assertThat(RegistryRecordJson.parse(key.replace('\'', '"'), valueJson)).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'schemaType':'PROTOBUF','id':1,'schema':'x'}  | schemaType = "PROTOBUF": must be AVRO
          {'references':[{}],'id':1,'schema':'x'}        | references: not supported
          {'schema':'x'}                                 | id
          {                                              | Unexpected end-of-input
          """)
  void shouldRefuseWhatItCannotServe(String value, String expectedMessage) {
    String key = "{\"keytype\":\"SCHEMA\",\"subject\":\"x\",\"version\":1,\"magic\":1}";

    assertThatThrownBy(() -> RegistryRecordJson.parse(key, value.replace('\'', '"')))
        .hasMessageContaining(expectedMessage);
  }
}
