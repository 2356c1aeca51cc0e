package dev.tuneornot.dashboard.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tuneornot.dashboard.query.Facets;
import dev.tuneornot.dashboard.query.Item;
import dev.tuneornot.dashboard.query.Page;
import dev.tuneornot.dashboard.query.Portfolios.Overview;
import dev.tuneornot.dashboard.query.Portfolios.Sums;
import dev.tuneornot.dashboard.query.Prices.Found;
import dev.tuneornot.dashboard.query.Prices.Price;
import dev.tuneornot.model.PriceImpact;
import dev.tuneornot.model.Recommendation;
import dev.tuneornot.schemas.json.AvroJsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The bodies of the API's answers. */
public final class Bodies {
  private static final AvroJsonWriter RECOMMENDATION =
      new AvroJsonWriter(Recommendation.getClassSchema(), false);
  private static final AvroJsonWriter IMPACT =
      new AvroJsonWriter(PriceImpact.getClassSchema(), false);

  private Bodies() {}

  public static byte[] overview(Overview overview) {
    return Json.bytes(
        out -> {
          out.writeStartObject();
          out.writeFieldName("total");
          sums(overview.total(), out);
          out.writeArrayFieldStart("portfolios");
          for (Sums sums : overview.portfolios()) {
            sums(sums, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static void sums(Sums sums, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("portfolio", sums.portfolio());
    out.writeNumberField("proposals", sums.proposals());
    counts("byDecision", sums.byDecision(), out);
    counts("byVerdict", sums.byVerdict(), out);
    out.writeNumberField("monthlySavings", sums.monthlySavings());
    out.writeNumberField("upfrontCost", sums.upfrontCost());
    out.writeNumberField("netBenefit", sums.netBenefit());
    out.writeEndObject();
  }

  private static void counts(String name, Map<String, Long> counts, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      out.writeNumberField(count.getKey(), count.getValue());
    }
    out.writeEndObject();
  }

  public static byte[] page(Page page) {
    return Json.bytes(
        out -> {
          out.writeStartObject();
          out.writeNumberField("total", page.total());
          out.writeBooleanField("totalIsExact", page.totalIsExact());
          out.writeArrayFieldStart("items");
          for (Item item : page.items()) {
            item(item, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  /** One row; what has no value is left out. */
  public static void item(Item item, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (int i = 0; i < item.fields().size(); i++) {
      String name = item.fields().get(i).name();
      Object value = item.values().get(i);
      if (value instanceof String text) {
        out.writeStringField(name, text);
      } else if (value instanceof Double number) {
        out.writeNumberField(name, number);
      } else if (value instanceof Long number) {
        out.writeNumberField(name, number);
      } else if (value instanceof Instant instant) {
        out.writeStringField(name, instant.toString());
      }
    }
    out.writeEndObject();
  }

  public static byte[] recommendation(Recommendation recommendation) {
    return Json.bytes(out -> RECOMMENDATION.write(recommendation, out));
  }

  public static byte[] impact(PriceImpact impact) {
    return Json.bytes(out -> IMPACT.write(impact, out));
  }

  /**
   * @param documents JSON objects
   */
  public static byte[] impacts(List<String> documents) {
    return Json.bytes(
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("items");
          for (String document : documents) {
            out.writeRawValue(document);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  /**
   * @param now decides which price is in force
   */
  public static byte[] prices(Found found, Instant now) {
    return Json.bytes(
        out -> {
          out.writeStartObject();
          out.writeNumberField("total", found.total());
          out.writeArrayFieldStart("items");
          PriceJson prices = new PriceJson(out, now);
          for (Price price : found.prices()) {
            prices.write(price);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  public static byte[] facets(Facets.Values values) {
    return Json.bytes(
        out -> {
          out.writeStartObject();
          texts("portfolios", values.portfolios(), out);
          texts("models", values.models(), out);
          texts("decisions", values.decisions(), out);
          texts("verdicts", values.verdicts(), out);
          texts("providers", values.providers(), out);
          out.writeEndObject();
        });
  }

  private static void texts(String name, List<String> texts, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  /** The proposals that changed: some ids, and how many there are. */
  public static byte[] changed(List<String> ids, long count) {
    return Json.bytes(
        out -> {
          out.writeStartObject();
          texts("ids", ids, out);
          out.writeNumberField("count", count);
          out.writeEndObject();
        });
  }

  public static byte[] model(String modelId) {
    return Json.bytes(
        out -> {
          out.writeStartObject();
          out.writeStringField("modelId", modelId);
          out.writeEndObject();
        });
  }
}
