package dev.tuneornot.standalone.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps what the topic would, in the topic's format; can be told to fail. */
final class InMemoryLog implements RegistryLog {

  private record Line(String key, @Nullable String value) {}

  private final List<Line> lines = new ArrayList<>();
  private boolean failing;

  void failFromNowOn() {
    failing = true;
  }

  void recover() {
    failing = false;
  }

  @Override
  public void append(RegistryRecord record) throws IOException {
    if (failing) {
      throw new IOException("broker is away");
    }
    lines.add(new Line(RegistryRecordJson.key(record), RegistryRecordJson.value(record)));
  }

  void replay(Consumer<RegistryRecord> consumer) throws IOException {
    for (Line line : lines) {
      RegistryRecordJson.parse(line.key(), line.value()).ifPresent(consumer);
    }
  }

  @Override
  public void close() {}
}
