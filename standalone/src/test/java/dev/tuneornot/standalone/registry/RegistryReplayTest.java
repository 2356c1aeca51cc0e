package dev.tuneornot.standalone.registry;

import static dev.tuneornot.standalone.registry.RegistryFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryReplayTest {

  private final InMemoryLog log = new InMemoryLog();

  @Test
  void shouldKeepIdsVersionsDeletionsAndLevels() throws Exception {
    try (RegistryFixture registry = RegistryFixture.start(log)) {
      registry.register("orders-value", Schemas.A);
      registry.register("orders-value", Schemas.A_WITH_OPTIONAL_B);
      registry.register("bills-value", Schemas.OTHER);
      registry.register("gone-value", Schemas.A);
      registry.delete("/subjects/orders-value/versions/1");
      registry.delete("/subjects/gone-value");
      registry.send("PUT", "/config", "{\"compatibility\":\"FULL\"}");
      registry.send("PUT", "/config/bills-value", "{\"compatibility\":\"NONE\"}");
    }
    try (RegistryFixture registry = RegistryFixture.start(log)) {
      assertThat(registry.get("/subjects").body())
          .isEqualTo(json("['bills-value','orders-value']"));
      assertThat(registry.get("/subjects?deleted=true").body())
          .isEqualTo(json("['bills-value','gone-value','orders-value']"));
      assertThat(registry.get("/subjects/orders-value/versions?deleted=true").body())
          .isEqualTo(json("[1,2]"));
      assertThat(registry.get("/subjects/orders-value/versions").body()).isEqualTo(json("[2]"));
      assertThat(registry.get("/subjects/bills-value/versions/1").body().path("id").asInt())
          .isEqualTo(3);
      assertThat(registry.get("/config").body()).isEqualTo(json("{'compatibilityLevel':'FULL'}"));
      assertThat(registry.get("/config/bills-value").body())
          .isEqualTo(json("{'compatibilityLevel':'NONE'}"));
      assertThat(registry.register("new-value", Schemas.A_WITH_OPTIONAL_C).body())
          .isEqualTo(json("{'id':4}"));
    }
  }

  @Test
  void shouldKeepPermanentDeletionsAndWhatCameAfter() throws Exception {
    try (RegistryFixture registry = RegistryFixture.start(log)) {
      registry.register("orders-value", Schemas.A);
      registry.delete("/subjects/orders-value");
      registry.delete("/subjects/orders-value?permanent=true");
      registry.register("orders-value", Schemas.OTHER);
      registry.send("PUT", "/config/orders-value", "{\"compatibility\":\"NONE\"}");
      registry.delete("/config/orders-value");
    }
    try (RegistryFixture registry = RegistryFixture.start(log)) {
      assertThat(registry.get("/subjects/orders-value/versions").body()).isEqualTo(json("[1]"));
      assertThat(registry.get("/subjects/orders-value/versions/1").body().path("id").asInt())
          .isEqualTo(2);
      assertThat(registry.get("/config/orders-value").errorCode()).isEqualTo(40408);
    }
  }
}
