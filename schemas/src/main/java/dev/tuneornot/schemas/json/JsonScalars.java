package dev.tuneornot.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import dev.tuneornot.schemas.convert.InstantText;
import dev.tuneornot.schemas.convert.NumberText;
import dev.tuneornot.schemas.convert.SymbolTable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Readers of values that are not made of others. Nothing is coerced: "5" is no number. */
final class JsonScalars {

  private JsonScalars() {}

  static @Nullable Object text(JsonParser in, JsonReading reading) throws IOException {
    return in.currentToken() == JsonToken.VALUE_STRING
        ? in.getText()
        : refuse(in, reading, "a string");
  }

  static @Nullable Object flag(JsonParser in, JsonReading reading) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> refuse(in, reading, "true or false");
    };
  }

  static @Nullable Object intNumber(JsonParser in, JsonReading reading) throws IOException {
    if (isNumber(in, NumberType.INT)) {
      return in.getIntValue();
    }
    Object value = isNumber(in) ? NumberText.toInt(in.getText()) : null;
    return value == null ? refuse(in, reading, NumberText.INT) : value;
  }

  static @Nullable Object longNumber(JsonParser in, JsonReading reading) throws IOException {
    if (isNumber(in, NumberType.INT) || isNumber(in, NumberType.LONG)) {
      return in.getLongValue();
    }
    Object value = isNumber(in) ? NumberText.toLong(in.getText()) : null;
    return value == null ? refuse(in, reading, NumberText.LONG) : value;
  }

  static @Nullable Object doubleNumber(JsonParser in, JsonReading reading) throws IOException {
    if (isNumber(in, NumberType.INT) || isNumber(in, NumberType.LONG)) {
      return (double) in.getLongValue();
    }
    if (in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      double value = in.getDoubleValue();
      return Double.isFinite(value) ? value : refuse(in, reading, NumberText.DOUBLE);
    }
    Object value = isNumber(in) ? NumberText.toDouble(in.getText()) : null;
    return value == null ? refuse(in, reading, NumberText.DOUBLE) : value;
  }

  static JsonValue decimal(int precision, int scale) {
    String bound =
        "a number of at most " + precision + " digits, " + scale + " of them after the point";
    return (in, reading) -> {
      Object value = isNumber(in) ? NumberText.toDecimal(in.getText(), precision, scale) : null;
      return value == null ? refuse(in, reading, bound) : value;
    };
  }

  static @Nullable Object instant(JsonParser in, JsonReading reading) throws IOException {
    Object value =
        in.currentToken() == JsonToken.VALUE_STRING ? InstantText.parse(in.getText()) : null;
    return value == null ? refuse(in, reading, InstantText.BOUND) : value;
  }

  static JsonValue symbol(SymbolTable symbols) {
    return (in, reading) -> {
      Object value =
          in.currentToken() == JsonToken.VALUE_STRING
              ? symbols.find(in.getTextCharacters(), in.getTextOffset(), in.getTextLength())
              : null;
      return value == null ? refuse(in, reading, symbols.bound()) : value;
    };
  }

  private static boolean isNumber(JsonParser in) {
    return in.currentToken().isNumeric();
  }

  private static boolean isNumber(JsonParser in, NumberType type) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NUMBER_INT && in.getNumberType() == type;
  }

  private static @Nullable Object refuse(JsonParser in, JsonReading reading, String bound)
      throws IOException {
    reading.refuse(in, bound);
    return null;
  }
}
