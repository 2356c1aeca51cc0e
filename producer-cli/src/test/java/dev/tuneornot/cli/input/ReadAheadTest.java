package dev.tuneornot.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {

  @ParameterizedTest(name = "{0} elements")
  @ValueSource(ints = {0, 1, 255, 256, 257, 10_000})
  void shouldHandOnAllElementsInOrder(int size) {
    List<Integer> elements = IntStream.range(0, size).boxed().toList();

    try (ReadAhead<Integer> ahead = new ReadAhead<>(elements.iterator())) {
      List<Integer> read = new ArrayList<>();
      ahead.forEachRemaining(read::add);

      assertThat(read).isEqualTo(elements);
      assertThat(ahead.hasNext()).isFalse();
      assertThatThrownBy(ahead::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void shouldHandOnWhatCameBeforeAFailureAndThenTheFailure() {
    RuntimeException failure = new UncheckedIOException(new IOException("disk"));
    Iterator<Integer> source =
        Stream.iterate(0, i -> i + 1)
            .peek(
                i -> {
                  if (i == 300) {
                    throw failure;
                  }
                })
            .iterator();

    try (ReadAhead<Integer> ahead = new ReadAhead<>(source)) {
      for (int i = 0; i < 300; i++) {
        assertThat(ahead.next()).isEqualTo(i);
      }
      assertThatThrownBy(ahead::hasNext).isSameAs(failure);
    }
  }

  @Test
  void shouldNotReadAheadWithoutBound() {
    AtomicInteger read = new AtomicInteger();
    Iterator<Integer> endless =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            return read.getAndIncrement();
          }
        };

    try (ReadAhead<Integer> ahead = new ReadAhead<>(endless)) {
      for (int i = 0; i < 1000; i++) {
        ahead.next();
      }
    }

    assertThat(read.get()).isBetween(1000, 5000);
  }

  @Test
  void shouldEndOnAnEmptySource() {
    try (ReadAhead<Integer> ahead = new ReadAhead<>(Collections.emptyIterator())) {
      assertThat(ahead.hasNext()).isFalse();
    }
  }
}
