package dev.tuneornot.cli.input;

import dev.tuneornot.cli.console.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar over the bytes of a file, where standard error is a terminal. */
final class Progress {

  private static final int MEBIBYTE = 1 << 20;
  private static final int UPDATE_MILLIS = 500;

  private Progress() {}

  static InputStream over(InputStream in, InputFile file, Surroundings surroundings)
      throws IOException {
    if (!surroundings.terminal().errIsTerminal()) {
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
            .setInitialMax(file.size().orElse(-1));
    return ProgressBar.wrap(in, bar);
  }
}
