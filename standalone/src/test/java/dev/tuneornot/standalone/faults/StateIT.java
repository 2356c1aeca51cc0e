package dev.tuneornot.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the state directory is full, or what is on it is broken. */
class StateIT {
  private static final long SEED = 20261202;
  private static final int PROPOSALS = 300;
  private static final String REMEDY = "state.dir";

  @Test
  void shouldNameTheRemedyWhereTheStateIsBrokenAndRestoreItOnceItIsGone(@TempDir Path directory)
      throws Exception {
    try (Stage stage = new Stage(directory, SEED, PROPOSALS, Map.of())) {
      stage.start("broken-state").awaitReady();
      stage.load();
      stage.app("broken-state").stop();
      breakStores(stage.state("broken-state"));

      AppProcess broken = stage.start("broken-state");
      assertThat(broken.jvm().awaitEnd()).as("exit code").isEqualTo(1);
      assertThat(broken.jvm().output().lines().reduce("", (first, last) -> last))
          .contains(REMEDY, "restored");
      stage.wipe("broken-state");
      AppProcess restored = stage.start("broken-state").awaitReady();
      double ready = restored.age();
      stage.loader.price(stage.halfPriceBaseline().pricing());
      stage.truth.accept(stage.halfPriceBaseline().pricing());
      stage.holds();
      write("state directory corrupted: ends with the remedy; wiped, restored", ready);
    }
  }

  /** What a store cannot be opened without, overwritten. */
  private static void breakStores(Path state) throws IOException {
    try (Stream<Path> files = Files.walk(state)) {
      List<Path> current = files.filter(file -> file.endsWith("CURRENT")).toList();
      assertThat(current).as("stores").isNotEmpty();
      for (Path file : current) {
        Files.writeString(file, "garbage");
      }
    }
  }

  @Test
  void shouldStopWhereTheDiskIsFullAndGoOnWithRoom(@TempDir Path directory) throws Exception {
    Path disk = Files.createDirectories(directory.resolve("disk"));
    String refusal = mount(disk);
    // A process may be kept from mounting as root, too, as in most containers.
    assumeTrue(refusal.isEmpty(), () -> "a small file system cannot be mounted: " + refusal);
    try (Stage stage =
        new Stage(
            directory, SEED, PROPOSALS, Map.of("state.dir", disk.resolve("state").toString()))) {
      AppProcess app = stage.start("full-disk").awaitReady();
      stage.loadPrices();
      Path filler = disk.resolve("filler");
      fill(filler);
      stage.sendProposals();
      app.kill();

      AppProcess full = stage.start("full-disk");
      assertThat(full.jvm().awaitEnd()).as("exit code").isEqualTo(1);
      assertThat(full.jvm().output().lines().reduce("", (first, last) -> last)).contains(REMEDY);
      Files.delete(filler);
      AppProcess again = stage.start("full-disk").awaitReady();
      double ready = again.age();
      stage.holds();
      write("disk of the state directory full; freed and started again", ready);
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  /** Mounts a file system of 500 MB; what the program said where it did not, else empty. */
  private static String mount(Path disk) throws IOException, InterruptedException {
    return run("mount", "-t", "tmpfs", "-o", "size=500m", "tmpfs", disk.toString());
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int exitCode = process.waitFor();
    return exitCode == 0 ? "" : "exit code " + exitCode + ": " + output;
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(Files.size(filler)).as("bytes that fill the disk").isPositive();
    }
  }

  private static void write(String what, double ready) throws IOException {
    new Result("13", "StateIT", what, PROPOSALS + 13L, 0, ready).write();
  }
}
