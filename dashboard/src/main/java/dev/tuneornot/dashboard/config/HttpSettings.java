package dev.tuneornot.dashboard.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Where to listen and who may look.
 *
 * @param port 0: any free one
 * @param credentials null: nobody is asked
 * @param names that requests may be addressed to besides the loopback ones, while it listens there
 * @param streams most event streams at the same time
 */
public record HttpSettings(
    String host, int port, @Nullable Credentials credentials, List<String> names, int streams) {

  public HttpSettings {
    names = List.copyOf(names);
  }

  /**
   * Whether only this machine can reach it.
   *
   * @throws ConfigException where the host has no address
   */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ConfigException(DashboardConfig.HTTP_HOST, host, "must be an address or a name");
    }
  }
}
