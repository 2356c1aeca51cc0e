package dev.tuneornot.dashboard.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tuneornot.dashboard.query.Prices.Price;
import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.PricePeriod;
import dev.tuneornot.schemas.json.AvroJsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices of a model as they are now, and when they change. */
final class PriceJson {
  private static final AvroJsonWriter PERIOD =
      new AvroJsonWriter(PricePeriod.getClassSchema(), false);

  private final JsonGenerator out;
  private final Instant now;

  PriceJson(JsonGenerator out, Instant now) {
    this.out = out;
    this.now = now;
  }

  void write(Price price) throws IOException {
    ModelPricing pricing = price.pricing();
    String modelId = pricing.getModelId();
    out.writeStartObject();
    out.writeStringField("modelId", modelId);
    out.writeStringField("provider", modelId.substring(0, Math.max(0, modelId.indexOf('/'))));
    current(pricing.getPeriods());
    instant("nextChange", nextChange(pricing.getPeriods()));
    out.writeNumberField("periods", pricing.getPeriods().size());
    instant("closesAt", pricing.getTuningClosesAt());
    instant("retiresAt", pricing.getRetiresAt());
    out.writeStringField("source", pricing.getSource());
    instant("observedAt", pricing.getObservedAt());
    out.writeStringField("confidence", pricing.getConfidence().name());
    out.writeNumberField("dependants", price.dependants());
    out.writeEndObject();
  }

  /** The last period that has begun; periods are sorted. */
  private void current(List<PricePeriod> periods) throws IOException {
    PricePeriod current = null;
    for (PricePeriod period : periods) {
      if (!period.getEffectiveFrom().isAfter(now)) {
        current = period;
      }
    }
    if (current != null) {
      out.writeFieldName("current");
      PERIOD.write(current, out);
      instant("effectiveFrom", current.getEffectiveFrom());
    }
  }

  private @Nullable Instant nextChange(List<PricePeriod> periods) {
    return periods.stream()
        .map(PricePeriod::getEffectiveFrom)
        .filter(from -> from.isAfter(now))
        .findFirst()
        .orElse(null);
  }

  private void instant(String name, @Nullable Instant instant) throws IOException {
    if (instant != null) {
      out.writeStringField(name, instant.toString());
    }
  }
}
