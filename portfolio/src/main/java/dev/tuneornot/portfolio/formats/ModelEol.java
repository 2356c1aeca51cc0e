package dev.tuneornot.portfolio.formats;

import dev.tuneornot.portfolio.formats.ReadingBuilder.Outcome;
import dev.tuneornot.portfolio.prices.Dated;
import dev.tuneornot.portfolio.prices.Dates;
import dev.tuneornot.portfolio.prices.ModelFacts;
import dev.tuneornot.portfolio.prices.Provenance;
import dev.tuneornot.schemas.validation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model-eol feed: the models of a publisher with the days on which they end, there and where else
 * they are sold. {@code ft-X} are the models tuned from X. Earliest days are lower bounds.
 */
final class ModelEol implements FormatReader {

  private static final String TUNED = "ft-";
  private static final Pattern BEDROCK_VERSION = Pattern.compile("-v\\d+(?::\\d+)?(?::\\d+k)?$");
  private static final String BEDROCK = "aws-bedrock";
  private static final String VERTEX = "vertex-ai";
  private static final String FOUNDRY = "azure-ai-foundry";

  @Override
  public boolean matches(Content content) {
    Json json = content.json();
    return json != null
        && json.get("models") != null
        && json.get("publisher") != null
        && (json.get("spec") == null || String.valueOf(json.text("spec")).startsWith("model-eol"));
  }

  @Override
  public void read(
      Content content, ReadOptions options, Provenance provenance, ReadingBuilder out) {
    Json json = Objects.requireNonNull(content.json());
    String publisher = String.valueOf(json.text("publisher"));
    Json models = Objects.requireNonNull(json.get("models"));
    Map<String, Set<String>> namesOf = names(models);
    for (Json model : models.items()) {
      String id = model.text("id");
      String key = id == null ? "" : id;
      out.key(key, model.line(), notes -> map(publisher, key, model, namesOf, provenance, notes));
    }
  }

  /** Each name with all names of its model: a snapshot and its aliases. */
  private static Map<String, Set<String>> names(Json models) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (Json model : models.items()) {
      Set<String> all = new LinkedHashSet<>();
      all.add(String.valueOf(model.text("id")));
      Json aliases = model.get("aliases");
      if (aliases != null) {
        aliases.items().forEach(alias -> all.add(alias.text()));
      }
      all.forEach(name -> names.merge(name, all, ModelEol::larger));
    }
    return names;
  }

  private static Set<String> larger(Set<String> one, Set<String> other) {
    return one.size() >= other.size() ? one : other;
  }

  private static Outcome map(
      String publisher,
      String id,
      Json model,
      Map<String, Set<String>> namesOf,
      Provenance provenance,
      Notes notes) {
    String provider = Providers.ofPublisher(publisher);
    String source = provenance.source() + " of " + publisher;
    List<Rule> rules = new ArrayList<>();
    Dated end = date(model, source);
    if (end != null && id.startsWith(TUNED)) {
      Dates dates = new Dates(null, null, end, null);
      String base = id.substring(TUNED.length());
      Set<String> names = namesOf.getOrDefault(base, Set.of(base));
      rules.add(rule(provider, names::contains, dates, source, provenance));
    } else if (end != null) {
      Dates dates = new Dates(null, end, null, replacement(provider, model.text("replacement")));
      Set<String> names = namesOf.getOrDefault(id, Set.of(id));
      boolean isBedrocks = provider.equals(Providers.AWS);
      rules.add(
          rule(
              provider,
              isBedrocks ? bedrock(publisher, names) : names::contains,
              dates,
              source,
              provenance));
    }
    Json distributions = model.get("distributions");
    if (distributions != null) {
      for (Json each : distributions.items()) {
        addDistribution(
            each,
            publisher,
            namesOf.getOrDefault(id, Set.of(id)),
            rules,
            source,
            provenance,
            notes);
      }
    }
    return rules.isEmpty()
        ? new Outcome.Skip(SkipReason.NO_DATE)
        : new Outcome.Rules(List.of(), rules);
  }

  private static void addDistribution(
      Json distribution,
      String publisher,
      Set<String> names,
      List<Rule> rules,
      String source,
      Provenance provenance,
      Notes notes) {
    Dated end = date(distribution, source);
    if (end == null) {
      return;
    }
    Dates dates = new Dates(null, end, null, null);
    switch (String.valueOf(distribution.text("via"))) {
      case BEDROCK ->
          rules.add(rule(Providers.AWS, bedrock(publisher, names), dates, source, provenance));
      case VERTEX -> rules.add(rule(Providers.GOOGLE, vertex(names), dates, source, provenance));
      case FOUNDRY -> rules.add(rule(Providers.AZURE, names::contains, dates, source, provenance));
      default -> notes.untaken(Untaken.OTHER_DISTRIBUTION);
    }
  }

  private static Rule rule(
      String provider, Predicate<String> names, Dates dates, String source, Provenance provenance) {
    String any = provider + "/" + "any";
    return new Rule(provider, names, ModelFacts.ofDates(any, source, dates, provenance.at(source)));
  }

  /** {@code anthropic.claude-3-haiku-20240307-v1:0} is the publisher's claude-3-haiku-20240307. */
  private static Predicate<String> bedrock(String publisher, Set<String> names) {
    String prefix = publisher + ".";
    return name -> {
      String own = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
      return names.contains(own) || names.contains(BEDROCK_VERSION.matcher(own).replaceFirst(""));
    };
  }

  /** {@code claude-3-haiku@20240307} is claude-3-haiku-20240307. */
  private static Predicate<String> vertex(Set<String> names) {
    return name -> names.contains(name) || names.contains(name.replace('@', '-'));
  }

  private static @Nullable Dated date(Json json, String source) {
    String text = json.text("shutdown");
    if (text == null || text.isBlank()) {
      return null;
    }
    Instant day = Days.start(text);
    if (day == null) {
      throw new NoPriceException(new Violation("shutdown", text, "a day as 2026-12-31"));
    }
    boolean earliest = "earliest".equals(json.text("date_precision"));
    return new Dated(day, earliest ? Dated.Certainty.EARLIEST : Dated.Certainty.EXACT, source);
  }

  static @Nullable String replacement(String provider, @Nullable String name) {
    if (name == null || name.isBlank() || name.chars().anyMatch(Character::isWhitespace)) {
      return null;
    }
    return provider + "/" + name;
  }
}
