package dev.tuneornot.benchmarks.data;

import dev.tuneornot.model.Proposal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The proposals of a portfolio as Avro, generated once and loaded many times: every contender gets
 * the very same bytes, and loading costs no time for making records up.
 */
public final class ProposalFile {

  /** Takes one proposal, as bytes without the wire format's header. */
  @FunctionalInterface
  public interface Visitor {
    void visit(long number, String id, byte[] avro) throws IOException;
  }

  private final Path path;

  private ProposalFile(Path path) {
    this.path = path;
  }

  /** An existing file. */
  public static ProposalFile at(Path path) {
    return new ProposalFile(path);
  }

  /** Generates the file unless it is there. */
  public static ProposalFile of(Portfolio portfolio, long proposals, Path directory)
      throws IOException {
    Path path = directory.resolve("proposals-" + portfolio.seed() + "-" + proposals + ".avro");
    if (!Files.exists(path)) {
      Files.createDirectories(directory);
      Path unfinished = directory.resolve(path.getFileName() + ".new");
      write(portfolio, proposals, unfinished);
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    }
    return new ProposalFile(path);
  }

  private static void write(Portfolio portfolio, long proposals, Path path) throws IOException {
    AvroBytes<Proposal> codec = new AvroBytes<>(Proposal.class, Proposal.getClassSchema());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 20))) {
      portfolio.proposals(
          proposals,
          (proposal, number) -> {
            byte[] bytes = codec.encode(proposal);
            try {
              out.writeUTF(proposal.getProposalId());
              out.writeInt(bytes.length);
              out.write(bytes);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  public Path path() {
    return path;
  }

  /** Visits proposals {@code from} (inclusive) to {@code to} (exclusive). */
  public void forEach(long from, long to, Visitor visitor) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 20))) {
      for (long number = 0; number < to; number++) {
        String id = in.readUTF();
        byte[] avro = in.readNBytes(in.readInt());
        if (number >= from) {
          visitor.visit(number, id, avro);
        }
      }
    }
  }
}
