package dev.tuneornot.dashboard.projection;

/** What became of a proposal by a change. */
public enum HistoryKind {
  /** It had no recommendation before. */
  NEW,
  CHANGED,
  /** It has none any more. */
  DELETED
}
