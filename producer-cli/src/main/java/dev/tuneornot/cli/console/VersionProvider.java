package dev.tuneornot.cli.console;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest; a build directory has none. */
public final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {"tune-or-not " + Objects.requireNonNullElse(version, "(unpackaged)")};
  }
}
