package dev.tuneornot.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wall clock of an instance is set: back, forward and to what it was. Needs libfaketime, which
 * gives one process another clock; where there is none it skips.
 */
@OnlyAtFullSize
@Timeout(600)
class ClockIT {
  private static final long SEED = 20261130;
  private static final int PROPOSALS = 500;
  private static final Duration MOST = Duration.ofMinutes(1);

  private static final List<String> LIBRARIES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib64/faketime/libfaketimeMT.so.1",
          "/usr/lib/faketime/libfaketimeMT.so.1");

  @Test
  void shouldAnswerWithinAMinuteHoweverTheClockIsSet(@TempDir Path directory) throws Exception {
    Path library = library();
    assumeTrue(library != null, "no libfaketime");
    Path offset = Files.writeString(directory.resolve("offset"), "+0");
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD",
            library.toString(),
            "FAKETIME_TIMESTAMP_FILE",
            offset.toString(),
            "FAKETIME_NO_CACHE",
            "1",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            // What waits by the monotonic clock is not to be waited for by another.
            "FAKETIME_FORCE_MONOTONIC_FIX",
            "0");
    try (Stage stage = new Stage(directory, SEED, PROPOSALS, Map.of())) {
      AppProcess app = stage.start("clock", Map.of(), List.of(), environment).awaitReady();
      stage.load();
      double slowest = 0;
      double factor = 0.5;
      for (String seconds : List.of("-600", "+0", "+600", "+0", "+3600")) {
        Change change = stage.baselineTimes(factor);
        factor = factor == 0.5 ? 2 : 0.5;
        long start = System.nanoTime();
        Files.writeString(offset, seconds);

        String changeId = stage.loader.price(change.pricing());
        stage.truth.accept(change.pricing());
        stage.expectations.awaitComplete(changeId);

        double took = (System.nanoTime() - start) / 1e9;
        slowest = Math.max(slowest, took);
        assertThat(took).as("clock at %s s", seconds).isLessThan((double) MOST.toSeconds());
      }
      stage.holds();
      assertThat(app.jvm().output()).contains("the wall clock was set back by");
      new Result(
              "clock",
              "ClockIT",
              "the app's clock set back and forward by 10 minutes, forward by an hour",
              stage.truth.size() + 17L,
              0,
              slowest)
          .write();
    }
  }

  private static @Nullable Path library() {
    return Stream.concat(Stream.ofNullable(System.getenv("LIBFAKETIME")), LIBRARIES.stream())
        .map(Path::of)
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }
}
