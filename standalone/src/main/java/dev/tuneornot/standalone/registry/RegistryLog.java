package dev.tuneornot.standalone.registry;

import java.io.IOException;

/** Where the registry's records are kept, in order. */
interface RegistryLog extends AutoCloseable {

  /**
   * Appends, and returns when the record is safe.
   *
   * @throws IOException if that is not known; it may have been written all the same
   */
  void append(RegistryRecord record) throws IOException;

  @Override
  void close();
}
