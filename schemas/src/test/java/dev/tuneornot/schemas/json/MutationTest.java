package dev.tuneornot.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tuneornot.model.Proposal;
import dev.tuneornot.schemas.RandomInputs;
import dev.tuneornot.schemas.RecordType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, its readers answer with entries. */
class MutationTest {

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\n",
          "\r\n",
          " ",
          "null",
          "NaN",
          "-Infinity",
          "1e400",
          "-",
          "0",
          "1e99999999999",
          "9223372036854775808",
          "true",
          "\"\\ud800\"",
          "\\u0000",
          "\u0000",
          "\ufeff",
          "{\"proposalId\":\"x\"}",
          "\"title\":5,",
          "研",
          "🙂");

  private final Random random = new Random(20261122);
  private final RandomInputs inputs = new RandomInputs(20261122);

  @Test
  void shouldAnswer100000MutatedFilesWithEntries() throws IOException {
    int accepted = 0;
    int refused = 0;
    int unexplained = 0;
    byte[] original = new byte[0];
    for (int i = 0; i < 100_000; i++) {
      RecordType<? extends SpecificRecord> type = type(i);
      if (i % 300 < 3) {
        original = file(type);
      }
      byte[] mutated = mutate(original);
      for (Entry<?> entry : entries(type, mutated, i % 2 == 0)) {
        if (entry instanceof Entry.Refused<?> refusal) {
          unexplained += refusal.violations().isEmpty() ? 1 : 0;
          refused++;
        } else {
          accepted++;
        }
      }
    }
    assertThat(unexplained).isZero();
    assertThat(accepted).isGreaterThan(5_000);
    assertThat(refused).isGreaterThan(50_000);
  }

  private static RecordType<? extends SpecificRecord> type(int i) {
    return List.of(RecordType.PROPOSAL, RecordType.MODEL_PRICING, RecordType.POLICY).get(i % 3);
  }

  private byte[] file(RecordType<? extends SpecificRecord> type) throws IOException {
    String first = JsonText.of(input(type), random.nextBoolean());
    String second = JsonText.of(input(type), random.nextBoolean());
    String text =
        random.nextBoolean() ? first + "\n" + second + "\n" : "[" + first + "," + second + "]";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private SpecificRecord input(RecordType<? extends SpecificRecord> type) {
    if (type.recordClass() == Proposal.class) {
      return inputs.proposal();
    }
    return type == RecordType.POLICY ? inputs.policy() : inputs.pricing();
  }

  private byte[] mutate(byte[] original) {
    byte[] bytes = original;
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), piece());
            case 2 -> replaced(bytes, at, at, piece());
            case 3 -> replaced(bytes, at, at, bytes);
            default -> replaced(bytes, at, bytes.length, new byte[0]);
          };
    }
    return bytes;
  }

  private byte[] piece() {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(piece);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static <T extends SpecificRecord> List<Entry<T>> entries(
      RecordType<T> type, byte[] bytes, boolean lines) {
    List<Entry<T>> entries = new ArrayList<>();
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    (lines ? JsonRecordReader.lines(type, in) : JsonRecordReader.array(type, in))
        .forEachRemaining(entries::add);
    return entries;
  }
}
