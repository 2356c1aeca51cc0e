package dev.tuneornot.standalone.registry;

import java.io.IOException;

/** Writes ahead: a change is in the log before it is in the state. */
final class RegistryWriter {

  private final RegistryLog log;
  private final RegistryState state;

  RegistryWriter(RegistryLog log, RegistryState state) {
    this.log = log;
    this.state = state;
  }

  /**
   * @throws RegistryException 50001, with the state as it was, if the log did not confirm
   */
  void write(RegistryRecord record) {
    try {
      log.append(record);
    } catch (IOException e) {
      throw RegistryException.storeFailed(String.valueOf(e.getMessage()));
    }
    state.apply(record);
  }
}
