package dev.tuneornot.streams.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tuneornot.model.ChangeKind;
import org.apache.kafka.common.utils.Bytes;

/**
 * What a price, a policy or the rules are known by on the way to every partition.
 *
 * @param key the modelId, the policy key or the rules version
 */
public record ReferenceKey(ChangeKind kind, String key) {

  /** The policy of every portfolio without its own. */
  public static final String EVERY_PORTFOLIO = "*";

  public static final ReferenceKey EVERY_POLICY =
      new ReferenceKey(ChangeKind.POLICY, EVERY_PORTFOLIO);

  /** What a proposal depends on whose measured usage is in force; of no kind that changes. */
  public static final ReferenceKey USAGE = new ReferenceKey(ChangeKind.OTHER, "usage");

  public Bytes toBytes() {
    return Bytes.wrap((kind.name() + "/" + key).getBytes(UTF_8));
  }

  /**
   * @throws IllegalStateException for bytes that {@link #toBytes} did not write
   */
  public static ReferenceKey fromBytes(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int slash = text.indexOf('/');
    for (ChangeKind kind : ChangeKind.values()) {
      if (slash >= 0 && text.substring(0, slash).equals(kind.name())) {
        return new ReferenceKey(kind, text.substring(slash + 1));
      }
    }
    throw new IllegalStateException("Not a reference key: " + text);
  }

  @Override
  public String toString() {
    return kind + "/" + key;
  }
}
