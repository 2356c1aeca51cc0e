package dev.tuneornot.portfolio.formats;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of models that do not answer in text, in formats that say so nowhere else. */
final class TextModels {

  private static final Pattern OTHER =
      Pattern.compile(
          "(?:^|[^a-z])(?:embed|embeddings?|rerank|reranker|tts|whisper|transcribe|transcription|"
              + "translate|dall|image|images|imagen|veo|sora|audio|realtime|moderation|speech|ocr|"
              + "stable|flux|diffusion|video|lyria|live|clip|bge|upscale|voyage|ada-v2|"
              + "text-embedding|robotics|canvas|reel|sonic)(?:[^a-z]|$)");

  private TextModels() {}

  static boolean isOther(String name) {
    return OTHER.matcher(name.toLowerCase(Locale.ROOT)).find();
  }
}
