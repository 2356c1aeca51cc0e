package dev.tuneornot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MurmurHashTest {

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {0, 1, 2, 3, 4, 17, 100})
  void shouldAgreeWithGuava(int words) {
    Random random = new Random(words);
    long[] ours = new long[words + 1];
    Hasher theirs = Hashing.murmur3_128().newHasher();

    for (int i = 0; i < words; i++) {
      long word = random.nextLong();
      ours[i] = word;
      theirs.putLong(word);
    }

    assertThat(MurmurHash.digest(ours, words)).isEqualTo(theirs.hash().asBytes());
  }
}
