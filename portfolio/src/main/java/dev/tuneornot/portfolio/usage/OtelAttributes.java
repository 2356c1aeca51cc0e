package dev.tuneornot.portfolio.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes of OTLP in JSON, and those of what they belong to. */
final class OtelAttributes {

  private final Map<String, Object> own;
  private final @Nullable OtelAttributes outer;

  private OtelAttributes(Map<String, Object> own, @Nullable OtelAttributes outer) {
    this.own = own;
    this.outer = outer;
  }

  /**
   * The attributes of a resource, scope, span or data point.
   *
   * @param outer null where it belongs to nothing
   */
  static OtelAttributes of(@Nullable Object element, @Nullable OtelAttributes outer) {
    Map<String, Object> own = new HashMap<>();
    if (element instanceof Map<?, ?> map && map.get("attributes") instanceof Collection<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> attribute
            && attribute.get("key") instanceof String key
            && attribute.get("value") instanceof Map<?, ?> value) {
          Object plain = plain(value);
          if (plain != null) {
            own.put(key, plain);
          }
        }
      }
    }
    return new OtelAttributes(own, outer);
  }

  @Nullable Object get(String name) {
    Object value = own.get(name);
    return value == null && outer != null ? outer.get(name) : value;
  }

  String text(String name) {
    return get(name) instanceof String text ? text : "";
  }

  /** All of them, for telling series apart. */
  Map<String, Object> identity() {
    Map<String, Object> all = outer == null ? new HashMap<>() : outer.identity();
    all.putAll(own);
    return all;
  }

  private static @Nullable Object plain(Map<?, ?> value) {
    if (value.get("arrayValue") instanceof Map<?, ?> array
        && array.get("values") instanceof Collection<?> list) {
      List<Object> texts = new ArrayList<>();
      for (Object each : list) {
        Object plain = each instanceof Map<?, ?> inner ? plain(inner) : null;
        if (plain != null) {
          texts.add(plain);
        }
      }
      return texts;
    }
    for (String type : List.of("stringValue", "intValue", "doubleValue", "boolValue")) {
      if (value.get(type) instanceof String text) {
        return text;
      }
    }
    return null;
  }
}
