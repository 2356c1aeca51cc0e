package dev.tuneornot.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used so far.
 *
 * @param cpuSeconds of all its threads, user and system
 * @param peakResidentKiB 0 where the system has no /proc
 */
public record ProcessUsage(double cpuSeconds, long peakResidentKiB) {

  /** All zero once it has ended. */
  public static ProcessUsage of(Process process) {
    Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new ProcessUsage(cpu.toMillis() / 1e3, peakResident(process.pid()));
  }

  /** The greater of each figure. */
  public ProcessUsage atLeast(ProcessUsage other) {
    return new ProcessUsage(
        Math.max(cpuSeconds, other.cpuSeconds), Math.max(peakResidentKiB, other.peakResidentKiB));
  }

  private static long peakResident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
