package dev.tuneornot.standalone.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The two ports of a combined node, on {@value #HOST}. */
record Ports(int client, int controller) {

  static final String HOST = "127.0.0.1";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /**
   * Two ports that are free now; both are held while the second is sought, so they differ.
   *
   * @param wantedClient the clients' port, 0 for any
   * @throws IOException if the wanted port is taken
   */
  static Ports reserve(int wantedClient) throws IOException {
    try (ServerSocket client = bind(wantedClient);
        ServerSocket controller = bind(0)) {
      return new Ports(client.getLocalPort(), controller.getLocalPort());
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // A port whose last connections are in TIME_WAIT is free to a broker, too.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
      return socket;
    } catch (BindException e) {
      socket.close();
      throw new IOException("port " + port + " on " + HOST + " is not free: " + e.getMessage(), e);
    }
  }
}
