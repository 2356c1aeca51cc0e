package dev.tuneornot.streams.score;

import dev.tuneornot.streams.Mutations;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The headers of proposals that are not answered yet, mutated. */
@Timeout(300)
class MutatedBacklogTest {

  @Test
  void shouldReadHeadersOrSayWhyNot() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("tune-or-not.batch", new byte[] {1, 2}).add("none", null);

    Mutations.tryOut(
        Backlog::headers, List.of(Backlog.bytes(headers)), List.of(UncheckedIOException.class));
  }
}
