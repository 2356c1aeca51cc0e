package dev.tuneornot.dashboard.web;

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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page, read once. A request names one of them or nothing: no path of a file
 * system is ever made from it.
 */
final class Assets {
  private static final String FOLDER = "dashboard";
  private static final String START = "index.html";
  private static final int TAG_CHARACTERS = 32;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "json", "application/json",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  private static final class Asset {
    private final byte[] content;
    private final String type;
    private final String tag;

    Asset(byte[] content, String type, String tag) {
      this.content = content;
      this.type = type;
      this.tag = tag;
    }
  }

  private final Map<String, Asset> assets;

  private Assets(Map<String, Asset> assets) {
    this.assets = assets;
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

  private static Map<String, Asset> read(@Nullable Path folder) throws IOException {
    Map<String, Asset> assets = new HashMap<>();
    if (folder == null) {
      return assets;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      byte[] content = Files.readAllBytes(file);
      assets.put(name, new Asset(content, type(name), tag(content)));
    }
    return assets;
  }

  private static String type(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }

  private static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "\"" + HexFormat.of().formatHex(hash).substring(0, TAG_CHARACTERS) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The page itself. */
  Answer start(Request request) {
    return answer(request, START);
  }

  /**
   * @param name relative to the folder
   * @throws HttpException where there is no such file
   */
  Answer answer(Request request, String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new HttpException(404, "there is no such file");
    }
    List<String> known = request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true);
    boolean unchanged = known.stream().anyMatch(tag -> tag.contains(asset.tag.replace("\"", "")));
    return (asked, response, callback) -> {
      // It is asked for each time, and sent when it has changed.
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
      response.getHeaders().put(HttpHeader.ETAG, asset.tag);
      if (unchanged) {
        response.setStatus(304);
        callback.succeeded();
      } else {
        Answer.write(response, callback, 200, asset.type, asset.content);
      }
    };
  }
}
