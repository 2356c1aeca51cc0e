package dev.tuneornot.schemas.json;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RandomInputs;
import dev.tuneornot.schemas.RecordType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * No test: prints how many proposals a second one thread decodes and checks, by the clock and by
 * its own processor time, which a busy machine leaves alone. Argument: rows a round.
 */
final class DecodeRate {

  private static final int ROUNDS = 8;

  private DecodeRate() {}

  public static void main(String[] arguments) throws IOException {
    int rows = arguments.length == 0 ? 200_000 : Integer.parseInt(arguments[0]);
    byte[] file = file(rows);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long processorStart = threads.getCurrentThreadCpuTime();
      int accepted = decode(file);
      double seconds = (System.nanoTime() - start) / 1e9;
      double processorSeconds = (threads.getCurrentThreadCpuTime() - processorStart) / 1e9;
      System.out.printf(
          "%d of %d rows, %d bytes each: %.0f rows/s, %.0f rows/s of processor time%n",
          accepted, rows, file.length / rows, accepted / seconds, accepted / processorSeconds);
    }
  }

  private static int decode(byte[] file) throws IOException {
    int accepted = 0;
    try (JsonRecordReader<Proposal> reader =
        JsonRecordReader.lines(RecordType.PROPOSAL, new ByteArrayInputStream(file))) {
      while (reader.hasNext()) {
        accepted += reader.next() instanceof Entry.Accepted<Proposal> ? 1 : 0;
      }
    }
    return accepted;
  }

  private static byte[] file(int rows) throws IOException {
    RandomInputs random = new RandomInputs(20261122);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < rows; i++) {
      Proposal proposal = random.proposal();
      proposal.setCandidateModels(List.of("openai/gpt-4o-mini", "together-ai/llama"));
      file.writeBytes(JsonText.of(proposal, true).getBytes(StandardCharsets.UTF_8));
      file.write('\n');
    }
    return file.toByteArray();
  }
}
