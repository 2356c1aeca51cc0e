package dev.tuneornot.portfolio.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookTest {

  private static final PriceBook BOOK =
      new PriceBook(
          List.of(
              "openai/gpt-4o-2024-08-06",
              "openai/gpt-4o-2024-11-20",
              "openai/gpt-4o-mini-2024-07-18",
              "openai/gpt-6-luna",
              "azure/gpt-6-luna",
              "anthropic/claude-sonnet-4-20250514",
              "aws/anthropic.claude-3-haiku-20240307-v1:0",
              "aws/us.amazon.nova-pro-v1:0",
              "cohere/command-r-08-2024",
              "mistral/mistral-small-latest",
              "together/meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo",
              "google/gemini-2.5-flash",
              "google/gemini-2.5-flash-lite"));

  @ParameterizedTest
  @CsvSource({
    "GPT-4o mini, openai/gpt-4o-mini-2024-07-18",
    "gpt4o-mini, openai/gpt-4o-mini-2024-07-18",
    "gpt-4o-2024-11-20, openai/gpt-4o-2024-11-20",
    "OpenAI/GPT-4o-2024-11-20, openai/gpt-4o-2024-11-20",
    "OpenAI gpt-6 Luna, openai/gpt-6-luna",
    "Claude Sonnet 4, anthropic/claude-sonnet-4-20250514",
    "claude 3 haiku, aws/anthropic.claude-3-haiku-20240307-v1:0",
    "Nova Pro, aws/us.amazon.nova-pro-v1:0",
    "Command R, cohere/command-r-08-2024",
    "Mistral Small, mistral/mistral-small-latest",
    "meta llama 3.1 8b instruct turbo, together/meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo",
    "Gemini 2.5 Flash, google/gemini-2.5-flash",
  })
  void shouldTakeTheOnlyModelThatCanBeMeant(String written, String modelId) {
    assertThat(BOOK.find(written)).isEqualTo(new Lookup.One(modelId));
  }

  @Test
  void shouldKnowAModelByItsId() {
    assertThat(BOOK.find(" openai/gpt-6-luna ")).isEqualTo(new Lookup.Exact("openai/gpt-6-luna"));
  }

  @Test
  void shouldNameAllThatCanBeMeant() {
    assertThat(BOOK.find("gpt-4o"))
        .isEqualTo(
            new Lookup.Several(List.of("openai/gpt-4o-2024-08-06", "openai/gpt-4o-2024-11-20")));
    assertThat(BOOK.find("GPT 6 Luna"))
        .isEqualTo(new Lookup.Several(List.of("azure/gpt-6-luna", "openai/gpt-6-luna")));
  }

  @Test
  void shouldTakeNoOtherVersionThanTheOneThatIsWritten() {
    assertThat(BOOK.find("gpt-4o-2024-05-13"))
        .isEqualTo(
            new Lookup.None(List.of("openai/gpt-4o-2024-08-06", "openai/gpt-4o-2024-11-20")));
  }

  @Test
  void shouldNameSimilarOnesWhereThereIsNone() {
    assertThat(BOOK.find("gemini 2.5 flush lite"))
        .isEqualTo(
            new Lookup.None(List.of("google/gemini-2.5-flash-lite", "google/gemini-2.5-flash")));
    assertThat(BOOK.find("our own model")).isEqualTo(new Lookup.None(List.of()));
  }
}
