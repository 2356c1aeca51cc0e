package dev.tuneornot.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireFormatTest {

  @Test
  void shouldReadIdAndPayload() {
    byte[] value = {0, 1, 2, 3, 4, 9, 8};

    assertThat(WireFormat.isFramed(value)).isTrue();
    assertThat(WireFormat.schemaId(value)).isEqualTo(0x01020304);
    assertThat(WireFormat.payload(value).position()).isEqualTo(5);
    assertThat(WireFormat.payload(value).remaining()).isEqualTo(2);
    assertThat(WireFormat.payload(value).get()).isEqualTo((byte) 9);
  }

  @Test
  void shouldTakeAnEmptyPayload() {
    byte[] value = WireFormat.frame(7, new byte[0]);

    assertThat(value).containsExactly(0, 0, 0, 0, 7);
    assertThat(WireFormat.payload(value).hasRemaining()).isFalse();
  }

  static Stream<Arguments> notFramed() {
    return Stream.of(
        argumentSet("empty", new byte[0], "value of 0 bytes"),
        argumentSet("short", new byte[] {0, 0, 0, 1}, "value of 4 bytes"),
        argumentSet("other magic", new byte[] {1, 0, 0, 0, 1, 2}, "first byte = 1"),
        argumentSet("JSON", new byte[] {123, 34, 97, 34, 58, 49, 125}, "first byte = 123"),
        argumentSet("negative id", new byte[] {0, -1, -1, -1, -1, 2}, "schema id = -1"));
  }

  @ParameterizedTest
  @MethodSource("notFramed")
  void shouldRefuseWhatIsNotFramed(byte[] value, String expectedMessage) {
    assertThat(WireFormat.isFramed(value)).isFalse();
    assertThatThrownBy(() -> WireFormat.schemaId(value))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(expectedMessage);
    assertThatThrownBy(() -> WireFormat.payload(value))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(expectedMessage);
  }

  @ParameterizedTest
  @MethodSource("notFramed")
  void shouldRefuseWhatIsNotFramedBehindOtherBytes(byte[] value, String expectedMessage) {
    byte[] behind = new byte[value.length + 2];
    System.arraycopy(value, 0, behind, 2, value.length);

    assertThatThrownBy(() -> WireFormat.schemaId(behind, 2))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(expectedMessage);
  }

  @Test
  void shouldFindTheIdBehindOtherBytes() {
    byte[] value = {9, 9, 0, 1, 2, 3, 4, 5};

    assertThat(WireFormat.schemaId(value, 2)).isEqualTo(0x01020304);
  }

  @Test
  void shouldSayThatNullIsNotFramed() {
    assertThat(WireFormat.isFramed(null)).isFalse();
  }

  @Test
  void shouldRefuseToFrameWithANegativeId() {
    assertThatThrownBy(() -> WireFormat.frame(-1, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schemaId = -1");
  }
}
