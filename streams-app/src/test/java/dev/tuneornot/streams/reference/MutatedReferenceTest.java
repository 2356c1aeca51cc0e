package dev.tuneornot.streams.reference;

import dev.tuneornot.model.ChangeKind;
import dev.tuneornot.model.Policy;
import dev.tuneornot.schemas.TrustedClasses;
import dev.tuneornot.streams.Mutations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tasks tell each other about prices and policies, mutated. */
@Timeout(300)
class MutatedReferenceTest {
  private static final ChangeVersion VERSION = ChangeVersion.sent("a topic", 1, 42);

  @Test
  void shouldReadKeysOrSayWhyNot() {
    Mutations.tryOut(
        ReferenceKey::fromBytes,
        List.of(new ReferenceKey(ChangeKind.PRICE, "acme/a").toBytes().get()),
        List.of(IllegalStateException.class));
  }

  @Test
  void shouldReadChangesOrSayWhyNot() {
    TrustedClasses.install();
    byte[] content = ContentCodec.POLICY.encode(Policy.newBuilder().build());

    Mutations.tryOut(
        bytes -> {
          ReferenceChange change = ReferenceChange.fromBytes(bytes);
          if (change.content() != null) {
            ContentCodec.POLICY.decode(change.content());
          }
        },
        List.of(
            new ReferenceChange(VERSION, content).toBytes(),
            new ReferenceChange(VERSION, null).toBytes()),
        List.of(IllegalStateException.class));
  }
}
