package dev.tuneornot.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntilStoppedTest {

  @Test
  void shouldGiveTheExitCodeOfWhatEndsByItself() {
    assertThat(UntilStopped.run(() -> 3)).isEqualTo(3);
    assertThatThrownBy(
            () ->
                UntilStopped.run(
                    () -> {
                      throw new OperationFailure("broken");
                    }))
        .hasMessage("broken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ends", "fails"})
  void shouldEndWithSuccessWhenTerminated(String how) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UntilStoppedTest.class.getName(),
                how)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).isEqualTo("running");

      // SIGTERM; Process.destroy would close the streams as well.
      process.toHandle().destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(out.readLine()).as("what it says of being stopped").isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs until it is stopped, and then ends or fails as {@code arguments[0]} says. */
  public static void main(String[] arguments) {
    System.exit(
        UntilStopped.run(
            () -> {
              System.out.println("running");
              try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
              } catch (InterruptedException stop) {
                if (arguments[0].equals("fails")) {
                  throw new IllegalStateException("cut off", stop);
                }
              }
              return ExitCode.FAILED;
            }));
  }
}
