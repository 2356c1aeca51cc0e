package dev.tuneornot.portfolio.prices;

import dev.tuneornot.model.ModelPricing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the prices of a model differ from those that are stored.
 *
 * @param fields what changed; of a new model, what is known
 * @param result the record as it is to be
 * @param findings what stays although a source says otherwise
 */
public record PriceChange(
    Kind kind, ModelPricing result, List<Field> fields, List<Finding> findings) {

  /** What becomes of a model. */
  public enum Kind {
    /** It is not stored yet. */
    NEW,
    /** A price, a date or the confidence changed. */
    CHANGED,
    /** Only source or date of observation changed, and the stored one is old. */
    REFRESHED,
    /** As before. */
    UNCHANGED,
    /** The app holds it for review already. */
    WAITING,
    /** It is stored, and no source names it. It stays. */
    GONE
  }

  /**
   * A field that changed.
   *
   * @param before a number, an instant or a word; null: nothing is known
   * @param after likewise
   * @param remark a word on the value after, such as that a date is the earliest; may be empty
   */
  public record Field(String path, @Nullable Object before, @Nullable Object after, String remark) {

    public Field(String path, @Nullable Object before, @Nullable Object after) {
      this(path, before, after, "");
    }
  }

  /** Whether the record is to be sent. */
  public boolean isToBeSent() {
    return switch (kind) {
      case NEW, CHANGED, REFRESHED -> true;
      case UNCHANGED, WAITING, GONE -> false;
    };
  }

  /** A model that no source names. */
  public static PriceChange gone(ModelPricing stored) {
    return new PriceChange(Kind.GONE, stored, List.of(), List.of());
  }
}
