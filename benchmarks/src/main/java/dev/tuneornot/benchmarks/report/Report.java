package dev.tuneornot.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * All that was measured.
 *
 * @param options of the command line, and what the machine is
 */
public record Report(Map<String, String> options, List<Result> results) {}
