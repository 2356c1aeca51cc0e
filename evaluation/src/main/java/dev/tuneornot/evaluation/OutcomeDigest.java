package dev.tuneornot.evaluation;

import dev.tuneornot.model.CandidateEvaluation;
import dev.tuneornot.model.Recommendation;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Tells outcomes apart (section 9) in 16 bytes, so that the last one need not be kept.
 *
 * <p>Everything counts but what the rules except; a field that is added later counts on its own.
 * previousVerdict and verdictSince are left out as well, so that it does not matter whether the
 * history has been put in yet: they follow from the verdicts before, and a verdict that changes
 * changes the digest anyway.
 *
 * <p>Not cryptographic: who crafts a collision hides a change of his own recommendation.
 */
public final class OutcomeDigest {
  private static final Set<String> EXCEPTED =
      Set.of(
          "evaluatedAt",
          "validUntil",
          "trigger",
          "triggerKey",
          "monthsToRetirement", // E13
          "horizonMonths", // E14
          "netBenefit", // E15
          "roi", // E16
          "previousVerdict",
          "verdictSince");
  private static final int[] RECOMMENDATION = counted(Recommendation.getClassSchema());
  private static final int[] CANDIDATE = counted(CandidateEvaluation.getClassSchema());

  private OutcomeDigest() {}

  /** Equal for two recommendations if, and but for chance only if, they have the same outcome. */
  public static byte[] of(Recommendation recommendation) {
    MurmurHash hash = new MurmurHash();
    putFields(hash, recommendation, RECOMMENDATION);
    return hash.digest();
  }

  private static int[] counted(Schema schema) {
    return schema.getFields().stream()
        .filter(field -> !EXCEPTED.contains(field.name()))
        .mapToInt(Schema.Field::pos)
        .toArray();
  }

  /**
   * A tag and the value: no two sequences of values give the same words. Classes are asked for
   * before the one interface, which takes the JVM longer.
   */
  private static void put(MurmurHash hash, @Nullable Object value) {
    if (value == null) {
      hash.put(0);
    } else if (value instanceof Double number) {
      hash.put(1);
      hash.put(Double.doubleToLongBits(number));
    } else if (value instanceof Long number) {
      hash.put(2);
      hash.put(number);
    } else if (value instanceof String text) {
      putText(hash, text);
    } else if (value instanceof Enum<?> symbol) {
      hash.put(4 | (long) symbol.name().hashCode() << 8);
    } else if (value instanceof Integer number) {
      hash.put(5 | (long) number << 8);
    } else if (value instanceof Boolean flag) {
      hash.put(6 | (flag ? 1L : 0L) << 8);
    } else if (value instanceof CandidateEvaluation candidate) {
      putFields(hash, candidate, CANDIDATE);
    } else if (value instanceof SpecificRecordBase record) {
      putRecord(hash, record);
    } else if (value instanceof List<?> list) {
      putList(hash, list);
    } else {
      throw new IllegalArgumentException("no encoding for a " + value.getClass().getName());
    }
  }

  private static void putFields(MurmurHash hash, SpecificRecordBase record, int[] positions) {
    for (int position : positions) {
      put(hash, record.get(position));
    }
  }

  private static void putRecord(MurmurHash hash, SpecificRecordBase record) {
    int fields = record.getSchema().getFields().size();
    for (int position = 0; position < fields; position++) {
      put(hash, record.get(position));
    }
  }

  private static void putList(MurmurHash hash, List<?> list) {
    hash.put(7 | (long) list.size() << 8);
    for (int i = 0; i < list.size(); i++) {
      put(hash, list.get(i));
    }
  }

  /** Four UTF-16 units a word. */
  private static void putText(MurmurHash hash, String text) {
    hash.put(3 | (long) text.length() << 8);
    long word = 0;
    for (int i = 0; i < text.length(); i++) {
      word = word << 16 | text.charAt(i);
      if ((i & 3) == 3) {
        hash.put(word);
        word = 0;
      }
    }
    if ((text.length() & 3) != 0) {
      hash.put(word);
    }
  }
}
