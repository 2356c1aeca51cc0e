package dev.tuneornot.cli.proposals;

import dev.tuneornot.cli.console.ExitCode;
import dev.tuneornot.cli.console.OperationFailure;
import dev.tuneornot.cli.console.Surroundings;
import dev.tuneornot.cli.console.UsageFailure;
import dev.tuneornot.portfolio.importing.Template;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an empty sheet that {@code import} reads. */
@Command(
    name = "template",
    description = {
      "Write an empty spreadsheet for proposals, with what each column means and with lists to"
          + " choose from.",
      "`proposals import` reads it once it is filled in."
    })
public final class TemplateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The file to write; its name ends in .xlsx.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replace a file that exists.")
  private boolean force;

  public TemplateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path target = Objects.requireNonNull(file);
    if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new UsageFailure("The name of a template must end in .xlsx, and is " + target);
    }
    if (Files.exists(target) && !force) {
      throw new UsageFailure(target + " exists, and may be filled in; --force replaces it");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      Template.write(out, "1.0");
    } catch (IOException unwritable) {
      throw new OperationFailure(target + " cannot be written: " + unwritable, unwritable);
    }
    surroundings.say("template written to " + target);
    return ExitCode.DONE;
  }
}
