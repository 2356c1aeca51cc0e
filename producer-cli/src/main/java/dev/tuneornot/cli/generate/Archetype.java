package dev.tuneornot.cli.generate;

import static dev.tuneornot.model.Need.DOMAIN_KNOWLEDGE;
import static dev.tuneornot.model.Need.DOMAIN_LANGUAGE;
import static dev.tuneornot.model.Need.FRESH_KNOWLEDGE;
import static dev.tuneornot.model.Need.LOW_COST_PER_REQUEST;
import static dev.tuneornot.model.Need.LOW_LATENCY;
import static dev.tuneornot.model.Need.SOURCE_ATTRIBUTION;
import static dev.tuneornot.model.Need.SPECIFIC_BEHAVIOR;
import static dev.tuneornot.model.Need.STYLE_OR_FORMAT;

import dev.tuneornot.model.Need;
import java.util.List;

/**
 * A kind of project as companies propose it.
 *
 * @param prompting probability that prompting is said to suffice
 * @param rag probability that RAG is said to suffice
 * @param narrow probability that the task is said to be narrow
 * @param outputTokens typical length of an answer
 */
record Archetype(
    String title, double prompting, double rag, double narrow, int outputTokens, List<Need> needs) {

  static final List<Archetype> ALL =
      List.of(
          new Archetype(
              "FAQ bot over company documents",
              0.1,
              0.85,
              0.3,
              250,
              List.of(DOMAIN_KNOWLEDGE, FRESH_KNOWLEDGE, SOURCE_ATTRIBUTION)),
          new Archetype(
              "SQL from natural language",
              0.15,
              0.1,
              0.9,
              200,
              List.of(STYLE_OR_FORMAT, SPECIFIC_BEHAVIOR)),
          new Archetype(
              "Medical coding",
              0.05,
              0.15,
              0.9,
              120,
              List.of(DOMAIN_KNOWLEDGE, STYLE_OR_FORMAT, DOMAIN_LANGUAGE)),
          new Archetype(
              "Support ticket triage",
              0.3,
              0.05,
              0.95,
              20,
              List.of(SPECIFIC_BEHAVIOR, LOW_LATENCY, LOW_COST_PER_REQUEST)),
          new Archetype(
              "Contract clause extraction",
              0.2,
              0.15,
              0.85,
              400,
              List.of(STYLE_OR_FORMAT, DOMAIN_LANGUAGE)),
          new Archetype(
              "Shipping details from e-mail",
              0.35,
              0.02,
              0.95,
              80,
              List.of(STYLE_OR_FORMAT, LOW_COST_PER_REQUEST)),
          new Archetype(
              "General customer service",
              0.2,
              0.4,
              0.1,
              300,
              List.of(SPECIFIC_BEHAVIOR, DOMAIN_KNOWLEDGE, FRESH_KNOWLEDGE)),
          new Archetype(
              "Product descriptions in house style", 0.3, 0.05, 0.8, 350, List.of(STYLE_OR_FORMAT)),
          new Archetype(
              "Report summaries for the department",
              0.3,
              0.1,
              0.75,
              500,
              List.of(STYLE_OR_FORMAT, DOMAIN_LANGUAGE)),
          new Archetype(
              "Answers about internal policies",
              0.1,
              0.8,
              0.4,
              300,
              List.of(DOMAIN_KNOWLEDGE, FRESH_KNOWLEDGE, SOURCE_ATTRIBUTION)),
          new Archetype(
              "Escalation of complaints",
              0.1,
              0.05,
              0.85,
              150,
              List.of(SPECIFIC_BEHAVIOR, LOW_LATENCY)),
          new Archetype(
              "Code review comments",
              0.4,
              0.2,
              0.5,
              600,
              List.of(SPECIFIC_BEHAVIOR, DOMAIN_KNOWLEDGE)));
}
