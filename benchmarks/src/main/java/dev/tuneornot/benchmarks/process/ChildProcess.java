package dev.tuneornot.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM on the class path of this one. It ends when its standard input does. */
public final class ChildProcess implements AutoCloseable {
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  private final String name;
  private final Process process;
  private final Path log;
  private final BufferedWriter input;
  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    Thread reader = new Thread(this::readOutput, name + "-stdout");
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /**
   * @param log takes what the process writes to standard error
   */
  public static ChildProcess start(
      String name, Class<?> main, List<String> jvmOptions, List<String> arguments, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-Dlogback.configurationFile=benchmarks-logback.xml");
    command.add("-Dbenchmarks.log=warn");
    command.add("-Dbenchmarks.configLog=info");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    return new ChildProcess(name, process, log);
  }

  private void readOutput() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  /**
   * Waits for a line on standard output that begins so.
   *
   * @return the rest of that line
   * @throws IllegalStateException where the process ends before, or it takes too long
   */
  public String await(String beginning, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < end) {
      String line = output.poll(50, TimeUnit.MILLISECONDS);
      if (line != null && line.startsWith(beginning)) {
        return line.substring(beginning.length()).strip();
      }
      if (line == null) {
        requireAlive();
      }
    }
    throw new IllegalStateException(name + " did not say " + beginning + " in time, see " + log);
  }

  /**
   * @throws IllegalStateException where it has ended
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          name + " ended with " + process.exitValue() + ", see " + log.toAbsolutePath());
    }
  }

  /** Writes a line to its standard input. */
  public void tell(String line) throws IOException {
    input.write(line);
    input.newLine();
    input.flush();
  }

  public ProcessUsage usage() {
    return ProcessUsage.of(process);
  }

  /**
   * Lets it end by itself, with all that it does at an orderly end.
   *
   * @throws IllegalStateException where it has to be killed, or fails
   */
  public void stop() {
    close();
    // Of a process that was killed just now, there may be no exit value yet.
    if (process.isAlive() || process.exitValue() != 0) {
      throw new IllegalStateException(name + " did not end in order, see " + log.toAbsolutePath());
    }
  }

  /** Kills it as it is, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    close();
  }

  /** Lets it end by itself, or kills it where that takes too long. A second call does nothing. */
  @Override
  public void close() {
    try {
      input.close();
    } catch (IOException e) {
      // It has ended by itself.
    }
    try {
      if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
