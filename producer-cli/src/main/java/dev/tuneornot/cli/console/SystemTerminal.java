package dev.tuneornot.cli.console;

import java.util.Map;
import java.util.OptionalInt;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process. {@link System#console()} tells neither standard output from
 * standard error nor, since JDK 22, whether there is a terminal at all; JLine asks the system.
 *
 * <p>Each question starts a small process, so it is asked once and only when someone wants to know.
 */
public final class SystemTerminal implements Terminal {

  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 40;

  private final Map<String, String> environment;
  private final TerminalProvider provider = new ExecTerminalProvider();
  private @Nullable Boolean outIsTerminal;
  private @Nullable Boolean errIsTerminal;
  private @Nullable Integer columns;

  public SystemTerminal(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public boolean outIsTerminal() {
    if (outIsTerminal == null) {
      outIsTerminal = provider.isSystemStream(SystemStream.Output);
    }
    return outIsTerminal;
  }

  @Override
  public boolean errIsTerminal() {
    if (errIsTerminal == null) {
      errIsTerminal = provider.isSystemStream(SystemStream.Error);
    }
    return errIsTerminal;
  }

  @Override
  public int columns() {
    if (columns == null) {
      columns = Math.max(FEWEST_COLUMNS, declaredColumns().orElseGet(this::measuredColumns));
    }
    return columns;
  }

  private OptionalInt declaredColumns() {
    String declared = environment.getOrDefault("COLUMNS", "");
    return declared.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(declared))
        : OptionalInt.empty();
  }

  private int measuredColumns() {
    if (!outIsTerminal()) {
      return UNBOUND_COLUMNS;
    }
    int measured = provider.systemStreamWidth(SystemStream.Output);
    return measured > 0 ? measured : USUAL_COLUMNS;
  }
}
