package dev.tuneornot.standalone.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * Ports of 127.0.0.1 that nobody listens on at present. Each is given once: the system may offer a
 * port again as soon as it is let go, before who asked for it listens.
 */
final class FreePort {
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePort() {}

  static synchronized int any() throws IOException {
    int port;
    do {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
    } while (!GIVEN.add(port));
    return port;
  }
}
