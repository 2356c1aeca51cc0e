package dev.tuneornot.cli.console;

/** What stands behind standard output and standard error. */
public interface Terminal {

  /** Columns of a table that goes into a file or a pipe. */
  int UNBOUND_COLUMNS = 160;

  /** Neither is a terminal: what a test, a pipe or another program gets. */
  Terminal NONE =
      new Terminal() {
        @Override
        public boolean outIsTerminal() {
          return false;
        }

        @Override
        public boolean errIsTerminal() {
          return false;
        }

        @Override
        public int columns() {
          return UNBOUND_COLUMNS;
        }
      };

  boolean outIsTerminal();

  boolean errIsTerminal();

  /** Columns that a table may fill, at least 1. */
  int columns();
}
