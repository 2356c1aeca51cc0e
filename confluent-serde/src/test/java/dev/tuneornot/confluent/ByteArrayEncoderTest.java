package dev.tuneornot.confluent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ByteArrayEncoderTest {
  private static final int KINDS = 12;

  private final ByteArrayEncoder encoder = new ByteArrayEncoder();

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldGiveTheBytesOfAvrosEncoder(long seed) throws IOException {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    BinaryEncoder avro = EncoderFactory.get().binaryEncoder(expected, null);

    write(new Random(seed), avro);
    avro.flush();
    write(new Random(seed), encoder);
    encoder.flush();

    assertThat(written()).isEqualTo(expected.toByteArray());
    assertThat(encoder.bytesBuffered()).isEqualTo(expected.size());
  }

  @Test
  void shouldBeginAnewAfterAReset() throws IOException {
    encoder.writeString("x".repeat(10_000));
    encoder.reset();

    encoder.writeInt(-64);

    assertThat(written()).containsExactly(127);
  }

  /** All kinds of values, and enough of them for the array to grow. */
  private static void write(Random random, Encoder out) throws IOException {
    for (int i = 0; i < 600; i++) {
      write(random, random.nextInt(KINDS), out);
    }
  }

  private static void write(Random random, int kind, Encoder out) throws IOException {
    int bits = random.nextInt(64);
    long number = random.nextLong() >> bits;
    String text =
        random.nextBoolean() ? "ab\u007f".repeat(bits) : "Size: \u0080öß – 模型".repeat(bits / 8);
    byte[] bytes = text.getBytes(UTF_8);
    switch (kind) {
      case 0 -> out.writeBoolean(random.nextBoolean());
      case 1 -> out.writeInt((int) (number >> 32));
      case 2 -> out.writeLong(number);
      case 3 -> out.writeFloat(random.nextFloat());
      case 4 -> out.writeDouble(Double.longBitsToDouble(number));
      case 5 -> out.writeString(text);
      case 6 -> out.writeString(new Utf8(text));
      case 7 -> out.writeBytes(ByteBuffer.wrap(bytes));
      case 8 -> out.writeFixed(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
      case 9 -> out.writeEnum(bits);
      case 10 -> {
        out.writeArrayStart();
        out.setItemCount(1);
        out.startItem();
        out.writeNull();
        out.writeArrayEnd();
      }
      default -> out.writeIndex(bits % 2);
    }
  }

  private byte[] written() {
    return Arrays.copyOf(encoder.array(), encoder.length());
  }
}
