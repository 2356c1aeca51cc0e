package dev.tuneornot.schemas.convert;

import org.apache.avro.Schema;

/**
 * The generated classes by their schemas. They are found by our own class loader: Avro's look-up
 * would depend on what has been made trusted, which is for data from outside.
 */
final class ModelClasses {

  private ModelClasses() {}

  /**
   * The class generated from a named schema.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Class<?> of(Schema schema) {
    try {
      return Class.forName(schema.getFullName(), true, ModelClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no class was generated from " + schema.getFullName(), e);
    }
  }
}
