package dev.tuneornot.confluent.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes user and password out of the registry's addresses, where Confluent's client accepts them
 * too: it writes the addresses, as they are, into its log when they do not answer.
 */
final class RegistryCredentials {
  private static final String ADDRESSES = "schema.registry.url";
  private static final String SOURCE = "basic.auth.credentials.source";
  private static final String FROM_ADDRESS = "URL";
  private static final String FROM_SETTING = "USER_INFO";
  private static final String SETTING = "basic.auth.user.info";
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern WITH_USER = Pattern.compile("^([A-Za-z][^/]*://)([^/@]*)@(.*)$");

  private RegistryCredentials() {}

  /**
   * The settings with what the addresses say of user and password under the client's own settings
   * for it. Addresses that say different things are left as they are, as the client has only one
   * place for them.
   */
  static Map<String, String> outOfAddresses(Map<String, String> settings) {
    List<String> addresses = new ArrayList<>();
    Set<String> users = new TreeSet<>();
    for (String given : COMMA.split(settings.getOrDefault(ADDRESSES, ""), -1)) {
      String address = given.strip();
      Matcher withUser = WITH_USER.matcher(address);
      boolean found = withUser.matches();
      addresses.add(found ? withUser.group(1) + withUser.group(3) : address);
      users.add(found ? withUser.group(2) : "");
    }
    boolean usesAddress = settings.getOrDefault(SOURCE, FROM_ADDRESS).equals(FROM_ADDRESS);
    if (users.equals(Set.of("")) || (usesAddress && users.size() > 1)) {
      return settings;
    }
    Map<String, String> apart = new TreeMap<>(settings);
    apart.put(ADDRESSES, String.join(",", addresses));
    if (usesAddress) {
      apart.put(SOURCE, FROM_SETTING);
      // As the client decodes it.
      apart.put(SETTING, URLDecoder.decode(users.iterator().next(), StandardCharsets.UTF_8));
    }
    return apart;
  }
}
