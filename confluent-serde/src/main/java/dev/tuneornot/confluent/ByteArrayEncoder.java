package dev.tuneornot.confluent;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;

/**
 * Avro's binary encoding into one array that is used again and again. Avro's own encoders write to
 * a stream, which costs two more copies and, for each of a record's many small fields, a check of
 * the stream's state. Not thread-safe.
 */
public final class ByteArrayEncoder extends BinaryEncoder {
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int FIRST_SIZE = 1_024;
  private static final int LONGEST_INT = 5;
  private static final int LONGEST_LONG = 10;

  /** What is below takes one byte, of zigzag encodings and of UTF-8 alike. */
  private static final int SHORT = 0x80;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  /** Forgets what was written. */
  public void reset() {
    length = 0;
  }

  /** How many bytes were written since the last {@link #reset}. */
  public int length() {
    return length;
  }

  /** The bytes written, from 0 to {@link #length}; good until the next is written. */
  public byte[] array() {
    return bytes;
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, count), 2 * bytes.length));
    }
  }

  @Override
  public void writeBoolean(boolean value) {
    reserve(1);
    bytes[length++] = (byte) (value ? 1 : 0);
  }

  @Override
  public void writeInt(int value) {
    reserve(LONGEST_INT);
    int zigzag = (value << 1) ^ (value >> 31);
    if (zigzag >= 0 && zigzag < SHORT) {
      bytes[length++] = (byte) zigzag;
    } else {
      length += BinaryData.encodeInt(value, bytes, length);
    }
  }

  @Override
  public void writeLong(long value) {
    reserve(LONGEST_LONG);
    length += BinaryData.encodeLong(value, bytes, length);
  }

  @Override
  public void writeFloat(float value) {
    reserve(Float.BYTES);
    length += BinaryData.encodeFloat(value, bytes, length);
  }

  @Override
  public void writeDouble(double value) {
    reserve(Double.BYTES);
    DOUBLES.set(bytes, length, value);
    length += Double.BYTES;
  }

  /** Without a copy where it is ASCII, of which the encoding is as long as the text. */
  @Override
  public void writeString(String text) throws IOException {
    int count = text.length();
    reserve(LONGEST_INT + count);
    int start = length;
    writeInt(count);
    byte[] to = bytes;
    int at = length;
    for (int i = 0; i < count; i++) {
      char unit = text.charAt(i);
      if (unit >= SHORT) {
        length = start;
        super.writeString(text);
        return;
      }
      to[at + i] = (byte) unit;
    }
    length = at + count;
  }

  @Override
  public void writeFixed(byte[] from, int start, int count) {
    reserve(count);
    System.arraycopy(from, start, bytes, length, count);
    length += count;
  }

  @Override
  protected void writeZero() {
    reserve(1);
    bytes[length++] = 0;
  }

  @Override
  public int bytesBuffered() {
    return length;
  }

  /** Does nothing: there is nothing behind the array. */
  @Override
  public void flush() throws IOException {}
}
