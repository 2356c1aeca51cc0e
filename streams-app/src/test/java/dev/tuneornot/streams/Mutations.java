package dev.tuneornot.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Feeds a decoder with bytes that were good once: a seeded number of them flipped, cut off,
 * repeated or taken for lengths. Whatever it makes of them, it must not end the JVM or hang, which
 * an {@link Error} or the test's timeout tells.
 */
public final class Mutations {
  private static final long SEED = 20261122;

  /** In every build; the Maven profile {@code faults} takes more. */
  private static final int COUNT = Integer.getInteger("mutations", 5_000);

  private static final byte[][] PIECES = {
    {0},
    {-1},
    {127},
    {-128},
    {0, 0, 0, 0},
    {-1, -1, -1, -1},
    {127, -1, -1, -1},
    {-1, -1, -1, -1, 15},
    {-2, -1, -1, -1, 15},
    {1, 0, 0, 0, 0, 0, 0, 0}
  };

  private Mutations() {}

  /** Something that makes records of bytes, or throws what it documents. */
  @FunctionalInterface
  public interface Decoder {
    void decode(byte[] bytes);
  }

  /**
   * Tries a decoder out.
   *
   * @param documented the exceptions that it may throw
   */
  public static void tryOut(
      Decoder decoder, List<byte[]> good, List<Class<? extends RuntimeException>> documented) {
    tryOut(decoder, good, documented, 1);
  }

  /**
   * Likewise, what takes longer than a decoder.
   *
   * @param share one in so many
   */
  public static void tryOut(
      Decoder decoder,
      List<byte[]> good,
      List<Class<? extends RuntimeException>> documented,
      int share) {
    Random random = new Random(SEED);
    good.forEach(decoder::decode);
    for (int i = 0; i < COUNT / share; i++) {
      byte[] mutated = mutated(good.get(random.nextInt(good.size())), random);
      try {
        decoder.decode(mutated);
      } catch (RuntimeException e) {
        assertThat(documented)
            .as("%s for %s", e, Arrays.toString(mutated))
            .anyMatch(type -> type.isInstance(e));
      }
    }
  }

  private static byte[] mutated(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        case 2 -> bytes = overwritten(bytes, at, PIECES[random.nextInt(PIECES.length)]);
        case 3 -> bytes = overwritten(bytes, at, good);
        default -> {
          byte[] noise = new byte[random.nextInt(20)];
          random.nextBytes(noise);
          bytes = overwritten(bytes, at, noise);
        }
      }
    }
    return bytes;
  }

  private static byte[] overwritten(byte[] bytes, int at, byte[] piece) {
    byte[] result = Arrays.copyOf(bytes, Math.max(bytes.length, at + piece.length));
    System.arraycopy(piece, 0, result, at, piece.length);
    return result;
  }
}
