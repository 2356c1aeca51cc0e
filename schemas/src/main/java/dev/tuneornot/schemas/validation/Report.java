package dev.tuneornot.schemas.validation;

import org.jspecify.annotations.Nullable;

/**
 * Where checks report to. Checks answer with a boolean besides, so that a valid record costs
 * neither a report nor a field name: a first pass asks {@link #SILENT}, and only a record that
 * fails it is checked again for the {@link ViolationList}.
 */
interface Report {

  /** Takes no notice. */
  Report SILENT =
      new Report() {
        @Override
        public void violation(String parent, String name, @Nullable Object value, String bound) {}

        @Override
        public boolean isUnread(String field) {
          return false;
        }

        @Override
        public String element(String list, int index) {
          return "";
        }

        @Override
        public String child(String parent, String name) {
          return "";
        }
      };

  /**
   * Reports a field.
   *
   * @param parent path of the record that the field is in; empty at the top
   */
  void violation(String parent, String name, @Nullable Object value, String bound);

  /** Whether a field could not be read, so that what is compared with it cannot be judged. */
  boolean isUnread(String field);

  /** The path {@code list[index]}. */
  String element(String list, int index);

  /** The path {@code parent.name}. */
  String child(String parent, String name);
}
