package dev.tuneornot.standalone.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** A reader's screen. */
enum Look {
  WIDE_LIGHT(1280, 900, ColorScheme.LIGHT),
  WIDE_DARK(1280, 900, ColorScheme.DARK),
  NARROW_LIGHT(390, 844, ColorScheme.LIGHT),
  NARROW_DARK(390, 844, ColorScheme.DARK);

  private final int width;
  private final int height;
  private final ColorScheme scheme;

  Look(int width, int height, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  boolean isDark() {
    return scheme == ColorScheme.DARK;
  }

  /** For file names. */
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A locale and a zone of its own, so that what is shown does not depend on the machine. */
  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setLocale("en-US")
        .setTimezoneId("Europe/Berlin")
        .setAcceptDownloads(true);
  }
}
