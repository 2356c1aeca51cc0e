package dev.tuneornot.portfolio.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of an export: a row of CSV or an object of JSON. Values are texts, maps and lists of
 * such; numbers and truth values are the text that stands in the file.
 *
 * @param line from 1
 * @param container the field of the page that it stood in; empty where it stood alone
 */
record ExportRecord(long line, String container, Fields fields) {

  /** The values by name. */
  @FunctionalInterface
  interface Fields {
    @Nullable Object get(String name);
  }

  @Nullable Object value(String name) {
    return fields.get(name);
  }

  /**
   * The value at a path such as {@code metadata.app}. What has dots in its name is found as well,
   * and JSON within a text is looked into.
   */
  @Nullable Object at(String path) {
    Object whole = value(path);
    int dot = path.indexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    Object outer = value(path.substring(0, dot));
    return outer == null ? null : within(outer, path.substring(dot + 1));
  }

  /** The texts at a path: those of a list, else one, or none. */
  List<String> texts(String path) {
    Object value = at(path);
    Object parsed = value instanceof String text ? JsonTree.ofText(text) : value;
    List<String> texts = new ArrayList<>();
    if (parsed == null) {
      return texts;
    }
    if (parsed instanceof Map<?, ?> map) {
      map.forEach((key, each) -> texts.add(key + "=" + each));
    } else if (parsed instanceof Collection<?> list) {
      list.forEach(each -> texts.add(String.valueOf(each)));
    } else {
      texts.add(String.valueOf(parsed));
    }
    texts.removeIf(String::isEmpty);
    return texts;
  }

  static @Nullable Object within(Object outer, String path) {
    Object parsed = outer instanceof String text ? JsonTree.ofText(text) : outer;
    if (!(parsed instanceof Map<?, ?> map)) {
      return null;
    }
    Object whole = map.get(path);
    int dot = path.indexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    Object inner = map.get(path.substring(0, dot));
    return inner == null ? null : within(inner, path.substring(dot + 1));
  }
}
