package dev.tuneornot.cli.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with records as they are written by hand. */
public final class Texts {

  /** gpt-4o of docs/rules.md section 12, tunable. */
  public static final String GPT_4O =
      """
      {"modelId":"openai/gpt-4o","confidence":"OFFICIAL","observedAt":"2026-11-01T00:00:00Z",\
      "periods":[{"effectiveFrom":"2024-08-06T00:00:00Z","inputPerMTok":2.5,\
      "cachedInputPerMTok":1.25,"outputPerMTok":10,"tuning":{"trainingPerMTok":25,\
      "inputPerMTok":3.75,"outputPerMTok":15}}]}""";

  private Texts() {}

  /** A narrow task with good data; 17648 requests to break even, as in section 12. */
  public static String narrowTask(String proposalId) {
    return """
    {"proposalId":"%s","portfolio":"sales","title":"SQL generation","promptingSufficient":"NO",\
    "ragSufficient":"NO","narrowTask":"YES","fewShotTried":"YES","structuredOutputTried":"YES",\
    "trainingData":{"examples":1000,"quality":"YES","avgTokensPerExample":500},\
    "needs":["SPECIFIC_BEHAVIOR"],"workload":{"requestsPerMonth":100000,"promptTokens":2000,\
    "removableTokens":1500,"outputTokens":200},"baselineModel":"openai/gpt-4o",\
    "candidateModels":["openai/gpt-4o"]}"""
        .formatted(proposalId);
  }

  /** A proposal of which nothing is known but its id. */
  public static String unknown(String proposalId) {
    return "{\"proposalId\":\"%s\"}".formatted(proposalId);
  }

  /** Writes the lines to a file in a directory and returns it. */
  public static Path file(Path directory, String name, String... lines) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
  }
}
