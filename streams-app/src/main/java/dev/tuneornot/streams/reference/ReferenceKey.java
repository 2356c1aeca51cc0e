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

  public Bytes toBytes() {
    return Bytes.wrap((kind.name() + "/" + key).getBytes(UTF_8));
  }

  /**
   * @throws IllegalArgumentException for bytes that {@link #toBytes} did not write
   */
  public static ReferenceKey fromBytes(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("Not a reference key: " + text);
    }
    return new ReferenceKey(
        ChangeKind.valueOf(text.substring(0, slash)), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return kind + "/" + key;
  }
}
