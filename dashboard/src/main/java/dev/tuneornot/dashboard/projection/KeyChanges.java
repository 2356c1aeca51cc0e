package dev.tuneornot.dashboard.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is new by key: of several changes of a key the last one counts. Not thread-safe. */
final class KeyChanges<T> {
  private final Map<String, T> puts = new LinkedHashMap<>();
  private final Set<String> deletions = new LinkedHashSet<>();

  void put(String key, T value) {
    deletions.remove(key);
    puts.put(key, value);
  }

  void delete(String key) {
    puts.remove(key);
    deletions.add(key);
  }

  /** The last value put; null where there is none. */
  @Nullable T lastPut(String key) {
    return puts.get(key);
  }

  Collection<T> puts() {
    return puts.values();
  }

  Set<String> putKeys() {
    return puts.keySet();
  }

  Set<String> deletions() {
    return deletions;
  }

  int size() {
    return puts.size() + deletions.size();
  }

  boolean isEmpty() {
    return puts.isEmpty() && deletions.isEmpty();
  }
}
