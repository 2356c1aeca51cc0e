package dev.tuneornot.cli.recommendations;

import dev.tuneornot.cli.connection.Clients;
import dev.tuneornot.cli.connection.ConnectionOptions;
import dev.tuneornot.cli.connection.Decoded;
import dev.tuneornot.cli.connection.LastValues;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.evaluate.EvaluationFiles;
import dev.tuneornot.cli.input.InputOptions;
import dev.tuneornot.cli.input.InstantConverter;
import dev.tuneornot.cli.input.RecordFile;
import dev.tuneornot.cli.input.Refusals;
import dev.tuneornot.cli.output.OutputOptions;
import dev.tuneornot.cli.output.Prose;
import dev.tuneornot.cli.output.Prose.Section;
import dev.tuneornot.cli.output.RowWriter;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.model.Workload;
import dev.tuneornot.portfolio.ReferenceData;
import dev.tuneornot.portfolio.explanation.Explainer;
import dev.tuneornot.portfolio.explanation.Explanation;
import dev.tuneornot.portfolio.figures.Figures;
import dev.tuneornot.schemas.json.Entry;
import dev.tuneornot.schemas.topics.TopicSpec;
import dev.tuneornot.schemas.validation.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one recommendation, the one in the topic or one made of files. */
@Command(
    name = "explain",
    description = {
      "Explain a recommendation in words.",
      "With files it is evaluated on the spot, without Kafka.",
      "As a table it is text; as JSON it is the structure that the dashboard's API sends."
    })
public final class ExplainCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec command;

  @Parameters(paramLabel = "PROPOSAL_ID", description = "The proposal.")
  private String proposalId = "";

  @ArgGroup(exclusive = false)
  private @Nullable EvaluationFiles files;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "With files: the instant of the evaluation; default: now.")
  private @Nullable Instant asOf;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  public ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * What is explained.
   *
   * @param stated the workload as the proposal states it; null where that is not known
   */
  private record Found(Recommendation recommendation, @Nullable Workload stated) {}

  @Override
  public Integer call() throws IOException {
    Refusals refusals = new Refusals(surroundings);
    Found found = files == null ? fromTopics(refusals) : fromFiles(files, refusals);
    Explanation explanation =
        Explainer.explain(found.recommendation, found.stated, Figures.ENGLISH);
    if (output.isTable()) {
      print(explanation);
    } else {
      try (RowWriter<Explanation> rows = output.open(surroundings, ExplanationLayout.create())) {
        rows.write(explanation);
      }
    }
    return refusals.exitCode();
  }

  private void print(Explanation explanation) throws IOException {
    String text =
        Prose.render(
            sections(explanation), surroundings.terminal().columns(), surroundings.outColours());
    surroundings.out().write(text.getBytes(StandardCharsets.UTF_8));
    surroundings.out().flush();
  }

  private static List<Section> sections(Explanation explanation) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            heading(explanation),
            List.of(
                explanation.headline().decisionText(),
                explanation.headline().verdict().symbol()
                    + ": "
                    + explanation.headline().verdictText())));
    for (Explanation.Section section : explanation.sections()) {
      sections.add(
          new Section(
              section.heading(),
              section.lines().stream()
                  .map(line -> line.sentence() + " [" + line.rule() + "]")
                  .toList()));
    }
    return sections;
  }

  private static String heading(Explanation explanation) {
    String title = explanation.title().isEmpty() ? "" : ": " + explanation.title();
    return "%s%s (portfolio %s)"
        .formatted(explanation.proposalId(), title, explanation.portfolio());
  }

  private Found fromTopics(Refusals refusals) {
    Clients clients = new Clients(connection.settings(surroundings.environment()));
    clients.settings().registryUrl();
    Recommendation recommendation =
        last(TopicSpec.RECOMMENDATIONS, Recommendation.class, clients, refusals)
            .orElseThrow(() -> missing("the topic " + name(TopicSpec.RECOMMENDATIONS, clients)));
    Workload stated =
        recommendation.getUsageWindowEnd() == null
            ? null
            : last(TopicSpec.PROPOSALS, Proposal.class, clients, refusals)
                .map(Proposal::getWorkload)
                .orElse(null);
    return new Found(recommendation, stated);
  }

  private <T extends SpecificRecord> Optional<T> last(
      TopicSpec spec, Class<T> type, Clients clients, Refusals refusals) {
    String topic = name(spec, clients);
    Optional<byte[]> value = LastValues.of(topic, proposalId, clients);
    try (Decoded<T> decoded = new Decoded<>(type, topic, clients, refusals)) {
      return value.flatMap(bytes -> decoded.of(proposalId, bytes));
    }
  }

  private static String name(TopicSpec topic, Clients clients) {
    return topic.name(clients.settings().topicPrefix());
  }

  private Found fromFiles(EvaluationFiles given, Refusals refusals) {
    given.check(Objects.requireNonNull(command));
    ReferenceData reference = given.readReferenceData(input, surroundings, refusals);
    Instant at =
        asOf == null ? surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS) : asOf;
    try (RecordFile<Proposal> proposals = given.openProposals(input, surroundings)) {
      while (proposals.hasNext()) {
        Entry<Proposal> entry = proposals.next();
        if (entry instanceof Entry.Accepted<Proposal> accepted
            && accepted.value().getProposalId().equals(proposalId)) {
          return new Found(
              reference.evaluate(accepted.value(), at), accepted.value().getWorkload());
        }
        if (entry instanceof Entry.Refused<Proposal> refused && proposalId.equals(refused.id())) {
          refusals.report(proposals.file(), refused);
        }
      }
      throw missing(proposals.file().displayName());
    }
  }

  private OperationFailure missing(String place) {
    return new OperationFailure(
        "There is no proposal " + Violation.displayed(proposalId) + " in " + place);
  }
}
