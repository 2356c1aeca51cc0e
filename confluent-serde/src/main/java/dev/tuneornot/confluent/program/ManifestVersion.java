package dev.tuneornot.confluent.program;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version in the manifest of the jar that the command is in; a build directory has none. */
public final class ManifestVersion implements IVersionProvider {

  @Spec private @Nullable CommandSpec command;

  @Override
  public String[] getVersion() {
    if (command == null) {
      throw new IllegalStateException("not run by picocli");
    }
    String version = command.root().userObject().getClass().getPackage().getImplementationVersion();
    return new String[] {
      command.root().name() + " " + (version == null ? "(development)" : version)
    };
  }
}
