package dev.tuneornot.schemas;

import dev.tuneornot.model.ModelPricing;
import dev.tuneornot.model.Policy;
import dev.tuneornot.model.Proposal;
import dev.tuneornot.model.Usage;
import dev.tuneornot.schemas.binary.ProposalReader;
import dev.tuneornot.schemas.validation.Amendment;
import dev.tuneornot.schemas.validation.Bounds;
import dev.tuneornot.schemas.validation.ModelPricingBounds;
import dev.tuneornot.schemas.validation.PolicyBounds;
import dev.tuneornot.schemas.validation.ProposalBounds;
import dev.tuneornot.schemas.validation.UsageBounds;
import dev.tuneornot.schemas.validation.Violation;
import dev.tuneornot.schemas.validation.ViolationList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One of the four inputs: its Avro schema, key field and bounds. */
public final class RecordType<T extends SpecificRecord> {

  public static final RecordType<Proposal> PROPOSAL =
      new RecordType<>(
          "proposal",
          Proposal.class,
          Proposal.SCHEMA$,
          "proposalId",
          new ProposalBounds(),
          ProposalReader::of);

  public static final RecordType<Usage> USAGE =
      new RecordType<>(
          "usage",
          Usage.class,
          Usage.SCHEMA$,
          "proposalId",
          new UsageBounds(),
          writer -> new SpecificDatumReader<>(writer, Usage.SCHEMA$));

  public static final RecordType<ModelPricing> MODEL_PRICING =
      new RecordType<>(
          "pricing",
          ModelPricing.class,
          ModelPricing.SCHEMA$,
          "modelId",
          new ModelPricingBounds(),
          writer -> new SpecificDatumReader<>(writer, ModelPricing.SCHEMA$));

  public static final RecordType<Policy> POLICY =
      new RecordType<>(
          "policy",
          Policy.class,
          Policy.SCHEMA$,
          "portfolio",
          new PolicyBounds(),
          writer -> new SpecificDatumReader<>(writer, Policy.SCHEMA$));

  /** The key of the policy for every portfolio without its own. */
  public static final String EVERY_PORTFOLIO = PolicyBounds.EVERY_PORTFOLIO;

  private final String name;
  private final Class<T> recordClass;
  private final Schema schema;
  private final String keyField;
  private final int keyPosition;
  private final Bounds<T> bounds;
  private final Function<Schema, DatumReader<T>> readers;
  private final Function<T, List<Amendment>> amending;

  private RecordType(
      String name,
      Class<T> recordClass,
      Schema schema,
      String keyField,
      Bounds<T> bounds,
      Function<Schema, DatumReader<T>> readers) {
    this(name, recordClass, schema, keyField, bounds, readers, record -> List.of());
  }

  private RecordType(
      String name,
      Class<T> recordClass,
      Schema schema,
      String keyField,
      Bounds<T> bounds,
      Function<Schema, DatumReader<T>> readers,
      Function<T, List<Amendment>> amending) {
    this.name = name;
    this.recordClass = recordClass;
    this.schema = schema;
    this.keyField = keyField;
    this.keyPosition = schema.getField(keyField).pos();
    this.bounds = bounds;
    this.readers = readers;
    this.amending = amending;
  }

  /**
   * The same input, of whose files some values are taken for others.
   *
   * @param amending changes a record that was read and may be incomplete, before its bounds are
   *     checked, and tells what it changed; on the thread that reads
   */
  public RecordType<T> amended(Function<T, List<Amendment>> amending) {
    return new RecordType<>(name, recordClass, schema, keyField, bounds, readers, amending);
  }

  /** Changes a record of a file that is to be amended, and tells what was changed. */
  public List<Amendment> amend(T record) {
    return amending.apply(record);
  }

  /** {@code proposal}, {@code usage}, {@code pricing} or {@code policy}. */
  public String name() {
    return name;
  }

  public Class<T> recordClass() {
    return recordClass;
  }

  public Schema schema() {
    return schema;
  }

  /**
   * Reads what was written with {@code writer} as the class of today.
   *
   * @throws org.apache.avro.AvroRuntimeException where that is not possible, now or while reading
   */
  public DatumReader<T> readerOf(Schema writer) {
    return readers.apply(writer);
  }

  /** The field that equals the record key. */
  public String keyField() {
    return keyField;
  }

  /** The record key; a policy without a portfolio is for {@link #EVERY_PORTFOLIO}. */
  public String keyOf(T record) {
    String key = keyIn(record);
    return key == null ? EVERY_PORTFOLIO : key;
  }

  /** The value of the key field; null where it is not given. */
  public @Nullable String keyIn(T record) {
    return (String) record.get(keyPosition);
  }

  /**
   * Every violation of the bounds at once; empty, and free of allocation, if the record is valid.
   */
  public List<Violation> check(T record) {
    return bounds.violations(record);
  }

  /**
   * As {@link #check(SpecificRecord)}, and the key field must equal the record key. A policy
   * without a portfolio goes with any key.
   */
  public List<Violation> check(T record, String recordKey) {
    String key = keyIn(record);
    if (Objects.equals(key, recordKey) || (key == null && isKeyOptional())) {
      return check(record);
    }
    ViolationList violations = new ViolationList();
    addViolations(record, violations);
    violations.add(
        new Violation(keyField, key, "the record key, " + Violation.displayed(recordKey)));
    return violations.toList();
  }

  /**
   * Adds the violations of a record that may be incomplete.
   *
   * @param violations holds the fields that could not be read: they are not judged again
   */
  public void addViolations(T record, ViolationList violations) {
    bounds.addViolations(record, violations);
  }

  private boolean isKeyOptional() {
    return schema.getFields().get(keyPosition).hasDefaultValue();
  }

  @Override
  public String toString() {
    return name;
  }
}
