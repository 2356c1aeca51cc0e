package dev.tuneornot.standalone.registry;

/** Versions of one record, told apart by their fields. */
final class Schemas {

  static final String A = record("");
  static final String A_WITH_OPTIONAL_B = record(",{'name':'b','type':'int','default':0}");
  static final String A_WITH_REQUIRED_B = record(",{'name':'b','type':'int'}");
  static final String A_WITH_OPTIONAL_C = record(",{'name':'c','type':'int','default':0}");
  static final String A_WITH_REQUIRED_C = record(",{'name':'c','type':'int'}");
  static final String OTHER = "{'type':'enum','name':'Other','symbols':['X']}".replace('\'', '"');

  private Schemas() {}

  private static String record(String further) {
    return ("{'type':'record','name':'R','fields':[{'name':'a','type':'string'}" + further + "]}")
        .replace('\'', '"');
  }
}
