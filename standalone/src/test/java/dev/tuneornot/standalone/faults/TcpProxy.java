package dev.tuneornot.standalone.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A network between a client and a server that can be cut: nothing arrives any more and nobody is
 * told. What was sent meanwhile arrives when it is whole again, as TCP has it.
 */
final class TcpProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "tcp-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private boolean cut;

  private TcpProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
    threads.execute(this::accept);
  }

  /** To a port of 127.0.0.1. */
  static TcpProxy to(int target) throws IOException {
    return new TcpProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
  }

  int port() {
    return listener.getLocalPort();
  }

  synchronized void cut() {
    cut = true;
  }

  synchronized void heal() {
    cut = false;
    notifyAll();
  }

  private synchronized void awaitWhole() throws InterruptedException {
    while (cut) {
      wait();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        sockets.add(client);
        threads.execute(() -> connect(client));
      }
    } catch (IOException closed) {
      // By close().
    }
  }

  private void connect(Socket client) {
    try {
      awaitWhole();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(server);
      threads.execute(() -> pump(client, server));
      pump(server, client);
    } catch (IOException e) {
      close(client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        awaitWhole();
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      // One side has gone, and so does the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more, closed or not.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
    sockets.forEach(TcpProxy::close);
  }
}
