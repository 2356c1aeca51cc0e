package dev.tuneornot.schemas.binary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class NamesTest {
  private final Names names = new Names();
  private final Utf8 reused = new Utf8();

  @Test
  void shouldGiveTheSameObjectForTheSameText() {
    String first = names.of(new Utf8("acme/größer".getBytes(UTF_8)));

    assertThat(first).isEqualTo("acme/größer");
    assertThat(names.of(new Utf8("acme/größer".getBytes(UTF_8)))).isSameAs(first);
  }

  @Test
  void shouldNotKeepTheBytesItIsGiven() {
    set("first");
    String first = names.of(reused);
    set("other");

    assertThat(names.of(reused)).isEqualTo("other");
    assertThat(first).isEqualTo("first");
    set("first");
    assertThat(names.of(reused)).isEqualTo("first");
  }

  @Test
  void shouldTellApartAnyNumberOfTexts() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(names.of(new Utf8("model-" + i))).isEqualTo("model-" + i);
      }
    }
  }

  @Test
  void shouldNotKeepLongTexts() {
    String text = "long".repeat(100);
    String first = names.of(new Utf8(text.getBytes(UTF_8)));

    assertThat(first).isEqualTo(text);
    assertThat(names.of(new Utf8(text.getBytes(UTF_8)))).isEqualTo(text).isNotSameAs(first);
  }

  @Test
  void shouldTellATextFromItsBeginning() {
    assertThat(names.of(new Utf8(""))).isEmpty();
    assertThat(names.of(new Utf8("a"))).isEqualTo("a");
    assertThat(names.of(new Utf8("a\0"))).isEqualTo("a\0");
  }

  /** As a decoder does: into the array that is there, with bytes left over behind. */
  private void set(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    reused.setByteLength(bytes.length);
    System.arraycopy(bytes, 0, reused.getBytes(), 0, bytes.length);
  }
}
