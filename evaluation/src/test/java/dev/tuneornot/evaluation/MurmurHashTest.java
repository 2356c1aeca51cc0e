package dev.tuneornot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MurmurHashTest {

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 401})
  void shouldAgreeWithGuava(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);

    assertThat(MurmurHash.digest(Arrays.copyOf(bytes, MurmurHash.roomFor(length)), length))
        .isEqualTo(Hashing.murmur3_128().hashBytes(bytes).asBytes());
  }
}
