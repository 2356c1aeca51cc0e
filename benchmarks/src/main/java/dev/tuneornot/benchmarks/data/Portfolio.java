package dev.tuneornot.benchmarks.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.cli.Main;
import dev.tuneornot.model.Confidence;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Tuning;
import dev.tuneornot.schemas.RecordType;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.json.JsonRecordReader;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The synthetic portfolio of the command line, with one difference: every other proposal has {@link
 * #HOT_MODEL} as its first candidate, so that one price change has a known number of dependants,
 * for the foreign-key join as well, which looks at the first candidate only.
 *
 * @param asOf about which the prices lie; close to now, so that nothing falls due meanwhile
 */
public record Portfolio(long seed, Instant asOf) {
  /** The model whose price changes. Its candidates are computed, whatever the proposal. */
  public static final String HOT_MODEL = "bench/hot";

  private static final String ERRORS = "generate failed: ";

  /** Whether proposal number {@code number} (from 0) depends on {@link #HOT_MODEL}. */
  public static boolean isDependant(long number) {
    return number % 2 == 0;
  }

  /** How many of the first {@code proposals} depend on {@link #HOT_MODEL}. */
  public static long dependants(long proposals) {
    return (proposals + 1) / 2;
  }

  /** The prices of all models, {@link #HOT_MODEL} at its first price. */
  public List<ModelPricing> prices() {
    List<ModelPricing> prices = new ArrayList<>();
    byte[] lines = generate("--prices");
    read(
        RecordType.MODEL_PRICING, new ByteArrayInputStream(lines), (price, n) -> prices.add(price));
    prices.add(hotPrice(0));
    return prices;
  }

  /** The n-th price of {@link #HOT_MODEL}; each gives all dependants other figures. */
  public ModelPricing hotPrice(int version) {
    return price(HOT_MODEL, 1 + version / 64.0);
  }

  /** Of a model that no proposal of the portfolio names; always priced and tunable. */
  public ModelPricing warmUpPrice(String model) {
    return price(model, 1);
  }

  private ModelPricing price(String model, double input) {
    Tuning tuning =
        Tuning.newBuilder()
            .setTrainingPerMTok(8.0)
            .setTrainingPerHour(null)
            .setMinimumCharge(0)
            .setInputPerMTok(input)
            .setCachedInputPerMTok(null)
            .setOutputPerMTok(4 * input)
            .setHostingPerHour(0)
            .setStoragePerMonth(0)
            .build();
    PricePeriod period =
        PricePeriod.newBuilder()
            .setEffectiveFrom(asOf.minus(Duration.ofDays(30)))
            .setInputPerMTok(1.0)
            .setCachedInputPerMTok(0.5)
            .setOutputPerMTok(4.0)
            .setTuning(tuning)
            .build();
    return ModelPricing.newBuilder()
        .setModelId(model)
        .setPeriods(List.of(period))
        .setSource("benchmark")
        .setObservedAt(asOf)
        .setConfidence(Confidence.OFFICIAL)
        // So that a payback ends with the model: each dependant is due at an instant of its own.
        .setRetiresAt(asOf.plus(Duration.ofDays(400)))
        .build();
  }

  /** Hands over the first {@code wanted} proposals with their numbers from 0. */
  public void proposals(long wanted, ObjLongConsumer<Proposal> consumer) throws IOException {
    try (PipedInputStream in = new PipedInputStream(1 << 20)) {
      PipedOutputStream pipe = new PipedOutputStream(in);
      Thread generator = new Thread(() -> generateInto(pipe, wanted), "generate");
      generator.start();
      read(
          RecordType.PROPOSAL,
          in,
          (proposal, number) -> consumer.accept(withHotModel(proposal, number), number));
    }
  }

  private void generateInto(PipedOutputStream pipe, long wanted) {
    try (PrintStream out = new PrintStream(pipe, false, UTF_8)) {
      generate(out, "--proposals", Long.toString(wanted));
    }
  }

  private static Proposal withHotModel(Proposal proposal, long number) {
    if (isDependant(number)) {
      List<String> candidates = new ArrayList<>(proposal.getCandidateModels());
      candidates.set(0, HOT_MODEL);
      proposal.setCandidateModels(candidates);
    }
    return proposal;
  }

  private static <T extends SpecificRecord> void read(
      RecordType<T> type, InputStream in, ObjLongConsumer<T> consumer) {
    long number = 0;
    try (JsonRecordReader<T> reader = JsonRecordReader.lines(type, in)) {
      while (reader.hasNext()) {
        Entry<T> entry = reader.next();
        if (!(entry instanceof Entry.Accepted<T> accepted)) {
          throw new IllegalStateException("generate gave what is refused: " + entry);
        }
        consumer.accept(accepted.value(), number++);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the prices of all models of the command line's portfolio as JSON Lines. */
  public void writePrices(Path path) throws IOException {
    write(path, "--prices");
  }

  /** Writes the first {@code wanted} proposals of the command line's portfolio as JSON Lines. */
  public void writeProposals(long wanted, Path path) throws IOException {
    write(path, "--proposals", Long.toString(wanted));
  }

  private void write(Path path, String... what) throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".new");
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16), false, UTF_8)) {
      generate(out, what);
    }
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] generate(String... what) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    generate(new PrintStream(bytes, false, UTF_8), what);
    return bytes.toByteArray();
  }

  private void generate(PrintStream out, String... what) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("generate"));
    arguments.addAll(List.of(what));
    arguments.addAll(List.of("--seed", Long.toString(seed), "--as-of", asOf.toString()));
    int code =
        Main.run(out, new PrintStream(errors, true, UTF_8), arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(ERRORS + errors.toString(UTF_8));
    }
    out.flush();
  }
}
