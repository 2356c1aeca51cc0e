package dev.tuneornot.schemas.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of one record, each field once: what is first said of it stands. Of the
 * record as a whole several things may be said. Keeps at most {@value #MOST} and counts the rest,
 * so that a hostile record stays small. Reusable; not thread-safe.
 */
public final class ViolationList implements Report {

  static final int MOST = 100;

  private final List<Violation> violations = new ArrayList<>(0);
  private int unread;
  private long unlisted;

  public boolean isEmpty() {
    return violations.isEmpty();
  }

  /** Forgets everything. */
  public void clear() {
    violations.clear();
    unread = 0;
    unlisted = 0;
  }

  /** Adds a violation, unless its field has one already. */
  public void add(Violation violation) {
    if (!violation.field().isEmpty() && contains(violation.field())) {
      return;
    }
    if (violations.size() == MOST) {
      unlisted++;
      return;
    }
    violations.add(violation);
  }

  /** An unmodifiable copy; where more than {@value #MOST} were added, the last one says so. */
  public List<Violation> toList() {
    if (unlisted == 0) {
      return List.copyOf(violations);
    }
    List<Violation> all = new ArrayList<>(violations);
    all.add(new Violation("", null, "and " + unlisted + " more"));
    return List.copyOf(all);
  }

  @Override
  public void violation(String parent, String name, @Nullable Object value, String bound) {
    add(new Violation(child(parent, name), value == null ? null : value.toString(), bound));
  }

  /** Whether a field has a violation. */
  public boolean contains(String field) {
    return contains(field, violations.size());
  }

  /** From here on bounds are judged: what has been added so far could not be read at all. */
  void startBounds() {
    unread = violations.size();
  }

  @Override
  public boolean isUnread(String field) {
    return contains(field, unread);
  }

  @Override
  public String element(String list, int index) {
    return list + "[" + index + "]";
  }

  @Override
  public String child(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  private boolean contains(String field, int count) {
    for (int i = 0; i < count; i++) {
      if (violations.get(i).field().equals(field)) {
        return true;
      }
    }
    return false;
  }
}
