package dev.tuneornot.benchmarks.contender;

import dev.tuneornot.benchmarks.process.StandardInput;
import dev.tuneornot.confluent.RegistryClients;
import dev.tuneornot.schemas.TrustedClasses;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/** Consume, decode, evaluate, encode, produce; nothing is remembered. */
final class LimitMain {

  private LimitMain() {}

  public static void main(String[] arguments) {
    TrustedClasses.install();
    StandardInput.exitAtEnd();
    Arguments settings = Arguments.parse(arguments);
    SchemaRegistryClient registry = RegistryClients.create(settings.registry());
    PriceSnapshot prices = PriceSnapshot.read(settings, registry);
    for (int i = 0; i < settings.number("threads"); i++) {
      new Thread(new LimitLoop(settings, registry, prices, i), "limit-" + i).start();
    }
  }
}
