package dev.tuneornot.schemas.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8CheckTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ASCII, 4142434445464748494a, 10",
    "two bytes, c3a9, 2",
    "three bytes, e7a094, 3",
    "four bytes, f09f9982, 4",
    "NUL, 41420043, 2",
    "overlong NUL, c080, 0",
    "overlong slash, e080af, 1",
    "overlong in four bytes, f08080af, 1",
    "a surrogate, eda080, 1",
    "beyond U+10FFFF, f4908080, 1",
    "a stray continuation, 4180, 1",
    "a character cut by another, c341, 1",
    "a byte that is never used, ff, 0",
    "after eight plain bytes, 4142434445464748ff, 8",
  })
  void shouldFindTheFirstInvalidByte(String name, String hex, int index) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(new Utf8Check().check(bytes, 0, bytes.length)).isEqualTo(index);
  }

  @Test
  void shouldTellACharacterThatIsNotComplete() {
    Utf8Check check = new Utf8Check();

    assertThat(check.check(new byte[] {(byte) 0xF0, (byte) 0x9F}, 0, 2)).isEqualTo(2);
    assertThat(check.isComplete()).isFalse();
    assertThat(check.check(new byte[] {(byte) 0x99, (byte) 0x82}, 0, 2)).isEqualTo(2);
    assertThat(check.isComplete()).isTrue();
  }

  @Test
  void shouldAgreeWithTheDecoderOfTheJdk() {
    Random random = new Random(20261122);
    int valid = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = mostlyText(random);
      boolean expected = isDecodable(bytes);
      Utf8Check check = new Utf8Check();
      int cut = random.nextInt(bytes.length + 1);

      boolean actual =
          check.check(bytes, 0, cut) == cut
              && check.check(bytes, cut, bytes.length) == bytes.length
              && check.isComplete();

      assertThat(actual).as(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
      valid += expected ? 1 : 0;
    }
    assertThat(valid).isBetween(10_000, 40_000);
  }

  private static byte[] mostlyText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int codePoint = 1 + random.nextInt(1 << random.nextInt(1, 20));
      text.appendCodePoint(Character.getType(codePoint) == Character.SURROGATE ? 'x' : codePoint);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
    }
    return bytes;
  }

  private static boolean isDecodable(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
