package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Proposal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A proposal with the prices that it has been joined with so far. */
record PricedProposal(Proposal proposal, List<ModelPricing> prices) {
  private static final String PROPOSALS = "proposals";
  private static final String PRICING = "pricing";

  static PricedProposal of(Proposal proposal, @Nullable ModelPricing price) {
    return new PricedProposal(proposal, price == null ? List.of() : List.of(price));
  }

  PricedProposal and(@Nullable ModelPricing price) {
    if (price == null) {
      return this;
    }
    List<ModelPricing> more = new ArrayList<>(prices);
    more.add(price);
    return new PricedProposal(proposal, more);
  }

  @Nullable ModelPricing price(String modelId) {
    for (ModelPricing price : prices) {
      if (price.getModelId().equals(modelId)) {
        return price;
      }
    }
    return null;
  }

  /** The proposal and each price behind its length. */
  static Serde<PricedProposal> serde(Serde<Proposal> proposals, Serde<ModelPricing> pricing) {
    Serializer<PricedProposal> serializer =
        (topic, value) -> value == null ? null : value.toBytes(proposals, pricing);
    Deserializer<PricedProposal> deserializer =
        (topic, bytes) -> bytes == null ? null : fromBytes(bytes, proposals, pricing);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] toBytes(Serde<Proposal> proposals, Serde<ModelPricing> pricing) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(proposals.serializer().serialize(PROPOSALS, proposal));
    prices.forEach(price -> parts.add(pricing.serializer().serialize(PRICING, price)));
    int length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer buffer = ByteBuffer.allocate(length);
    parts.forEach(part -> buffer.putInt(part.length).put(part));
    return buffer.array();
  }

  private static PricedProposal fromBytes(
      byte[] bytes, Serde<Proposal> proposals, Serde<ModelPricing> pricing) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Proposal proposal = proposals.deserializer().deserialize(PROPOSALS, next(buffer));
    List<ModelPricing> prices = new ArrayList<>();
    while (buffer.hasRemaining()) {
      prices.add(pricing.deserializer().deserialize(PRICING, next(buffer)));
    }
    return new PricedProposal(proposal, prices);
  }

  private static byte[] next(ByteBuffer buffer) {
    byte[] part = new byte[buffer.getInt()];
    buffer.get(part);
    return part;
  }
}
