package dev.tuneornot.cli.deadletters;

import dev.tuneornot.cli.connection.DeadLetterHeaders;
import dev.tuneornot.cli.output.Layout;
import dev.tuneornot.cli.output.PlainLayout;
import dev.tuneornot.cli.output.PlainLayout.Field;
import dev.tuneornot.cli.output.TableColumn;
import dev.tuneornot.portfolio.figures.Figures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter says of itself.
 *
 * @param partition of the dead letter, as offset
 * @param key null where the original had none
 * @param origin the topic, partition and offset of the original, such as {@code proposals-3@120}
 * @param bytes of the value; null where the original deleted
 */
record DeadLetter(
    int partition,
    long offset,
    @Nullable String key,
    String reason,
    String message,
    String topic,
    String origin,
    String refusedAt,
    @Nullable Integer bytes) {

  static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    String topic = DeadLetterHeaders.text(headers, DeadLetterHeaders.TOPIC);
    return new DeadLetter(
        record.partition(),
        record.offset(),
        record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
        DeadLetterHeaders.text(headers, DeadLetterHeaders.REASON),
        DeadLetterHeaders.text(headers, DeadLetterHeaders.MESSAGE),
        topic,
        "%s-%s@%s"
            .formatted(
                topic,
                DeadLetterHeaders.text(headers, DeadLetterHeaders.PARTITION),
                DeadLetterHeaders.text(headers, DeadLetterHeaders.OFFSET)),
        DeadLetterHeaders.text(headers, DeadLetterHeaders.REFUSED_AT),
        record.value() == null ? null : record.value().length);
  }

  static Layout<DeadLetter> layout() {
    return PlainLayout.of(
        List.of(
            new Field<>("partition", DeadLetter::partition),
            new Field<>("offset", DeadLetter::offset),
            new Field<>("key", DeadLetter::key),
            new Field<>("reason", DeadLetter::reason),
            new Field<>("message", DeadLetter::message),
            new Field<>("origin", DeadLetter::origin),
            new Field<>("refusedAt", DeadLetter::refusedAt),
            new Field<>("bytes", DeadLetter::bytes)),
        List.of(
            TableColumn.name("REFUSED AT", 10, 24, DeadLetter::refusedAt),
            TableColumn.name("ORIGIN", 10, 20, DeadLetter::origin),
            TableColumn.name("KEY", 8, 16, row -> row.key == null ? Figures.NONE : row.key),
            TableColumn.name("REASON", 8, 15, DeadLetter::reason),
            TableColumn.words("MESSAGE", 20, 50, DeadLetter::message)));
  }
}
