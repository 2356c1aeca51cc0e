package dev.tuneornot.benchmarks.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Proposal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependantStructureTest {

  static List<Named<DependantStructure>> structures() {
    return List.of(
        Named.of("sorted array and its changes a model", new DependantStructure.AsItIs()),
        Named.of("TreeSet a model", new TreeSets()),
        Named.of("one tree, filtered", new OneTree()));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void shouldWalkTheDependantsInOrderWhateverOrderTheyCameIn(DependantStructure structure) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, 10_000).boxed().toList());
    Collections.shuffle(numbers, new Random(1));
    numbers.forEach(number -> structure.add(id(number), proposal(number)));

    List<Bytes> walked = new ArrayList<>();
    structure.walk("a/m3").forEachRemaining(walked::add);

    assertThat(walked)
        .isEqualTo(
            IntStream.range(0, 10_000)
                .filter(number -> number % 7 == 3 || number % 5 == 3)
                .mapToObj(DependantStructureTest::id)
                .toList());
  }

  private static Bytes id(int number) {
    return Bytes.wrap("p-%05d".formatted(number).getBytes(UTF_8));
  }

  private static Proposal proposal(int number) {
    Proposal proposal = new Proposal();
    proposal.setPortfolio("one");
    proposal.setBaselineModel("a/m" + number % 7);
    proposal.setCandidateModels(List.of("a/m" + number % 5));
    return proposal;
  }
}
