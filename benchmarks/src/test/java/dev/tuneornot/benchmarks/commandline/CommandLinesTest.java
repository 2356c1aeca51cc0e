package dev.tuneornot.benchmarks.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.tuneornot.benchmarks.data.Portfolio;
import dev.tuneornot.benchmarks.process.ProcessUsage;
import dev.tuneornot.benchmarks.report.CommandLineRun.Pace;
import dev.tuneornot.cli.Main;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.Terminal;
import dev.tuneornot.schemas.TrustedClasses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {
  private static final int PROPOSALS = 3_000;
  private static final Instant AS_OF = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Surroundings surroundings =
      new Surroundings(
          out,
          new PrintStream(err, true, UTF_8),
          new ByteArrayInputStream(new byte[0]),
          Map.of(),
          Terminal.NONE,
          Clock.systemUTC());
  private String proposals = "";
  private String prices = "";

  @BeforeEach
  void writeFiles() throws IOException {
    TrustedClasses.install();
    Portfolio portfolio = new Portfolio(1, AS_OF);
    Path proposalsFile = directory.resolve("proposals.jsonl");
    Path pricesFile = directory.resolve("prices.jsonl");
    portfolio.writeProposals(PROPOSALS, proposalsFile);
    portfolio.writePrices(pricesFile);
    proposals = proposalsFile.toString();
    prices = pricesFile.toString();
  }

  /** Else a denominator that writes less would count against the command, or for it. */
  @Test
  void shouldWriteAsManyRowsAndBytesAloneAsWithTheEvaluation() throws IOException {
    int exitCode = CodecMain.run(surroundings, proposals, prices, AS_OF.toString());
    String alone = out.toString(UTF_8);
    out.reset();
    int unused =
        Main.run(
            surroundings,
            "evaluate",
            "--proposals",
            proposals,
            "--pricing",
            prices,
            "--as-of",
            AS_OF.toString(),
            "--output",
            "jsonl");
    String evaluated = out.toString(UTF_8);

    assertThat(exitCode).isZero();
    assertThat(alone.lines()).hasSize(PROPOSALS);
    assertThat(evaluated.lines()).hasSize(PROPOSALS);
    assertThat(alone.lines().limit(1_000)).containsExactlyElementsOf(firstThousand(evaluated));
    assertThat(alone.length()).isCloseTo(evaluated.length(), withinPercentage(2));
  }

  @Test
  void shouldReadTheRateThatBothSay() throws IOException {
    int unused = CodecMain.run(surroundings, proposals, prices, AS_OF.toString());

    Pace pace = CommandLines.pace(err.toString(UTF_8), new ProcessUsage(1.5, 2_048));

    assertThat(pace.rows()).isEqualTo(PROPOSALS);
    assertThat(pace.rowsPerSecond()).isPositive();
    assertThat(pace.cpuSeconds()).isEqualTo(1.5);
  }

  @Test
  void shouldNotTakeAnErrorForARate() {
    assertThatThrownBy(() -> CommandLines.pace("cannot be read", new ProcessUsage(0, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be read");
  }

  private static Iterable<String> firstThousand(String text) {
    return text.lines().limit(1_000).toList();
  }
}
