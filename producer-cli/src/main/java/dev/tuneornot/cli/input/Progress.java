package dev.tuneornot.cli.input;

import dev.tuneornot.cli.console.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar over the bytes of a file, where standard error is a terminal and the file is not
 * read in a moment.
 */
public final class Progress {

  private static final int MEBIBYTE = 1 << 20;
  private static final int WORTH_IT = 4 * MEBIBYTE;
  private static final int UPDATE_MILLIS = 500;

  private Progress() {}

  /** The same stream, with a bar where there is to be one. */
  public static InputStream over(InputStream in, InputFile file, Surroundings surroundings)
      throws IOException {
    OptionalLong size = file.size();
    if (size.orElse(Long.MAX_VALUE) < WORTH_IT || !surroundings.terminal().errIsTerminal()) {
      return in;
    }
    ProgressBarBuilder bar =
        ProgressBar.builder()
            .setTaskName(file.displayName())
            .setUnit(" MiB", MEBIBYTE)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(surroundings.err()))
            .showSpeed()
            .clearDisplayOnFinish()
            .setInitialMax(size.orElse(-1));
    return ProgressBar.wrap(in, bar);
  }
}
