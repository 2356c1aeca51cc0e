package dev.tuneornot.dashboard.web;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page, read once. A request names one of them or nothing: no path of a file
 * system is ever made from it. Their tags are made of what is in them: all files of a jar have the
 * same time, which a reproducible build gives them.
 */
final class Assets {
  static final String START = "index.html";

  private static final String FOLDER = "dashboard";

  private final Map<String, byte[]> files;

  private Assets(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Reads them from the class path. */
  static Assets load() {
    URL start = Assets.class.getClassLoader().getResource(FOLDER + "/" + START);
    if (start == null) {
      return new Assets(Map.of());
    }
    try {
      URI uri = start.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new Assets(read(Path.of(uri).getParent()));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return new Assets(read(jar.getPath("/" + FOLDER)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> read(@Nullable Path folder) throws IOException {
    Map<String, byte[]> contents = new HashMap<>();
    if (folder == null) {
      return contents;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      contents.put(name, Files.readAllBytes(file));
    }
    return contents;
  }

  /**
   * @param name relative to the folder
   * @throws NotFoundResponse where there is no such file
   */
  void answer(Context context, String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new NotFoundResponse("there is no such file");
    }
    // It is asked for each time, and sent when it has changed.
    context.header("Cache-Control", "no-cache");
    context.header("ETag", tag(content));
    context.contentType(type(name)).result(content);
  }

  private static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(hash) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String type(String name) {
    String known = ContentType.mimeTypeByExtension(extension(name));
    String type = known == null ? ContentType.OCTET_STREAM : known;
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
