package dev.tuneornot.evaluation;

import dev.tuneornot.model.Need;
import java.util.List;
import java.util.stream.IntStream;

/** The declared needs as a set of bits, as they are asked for a dozen times an evaluation. */
record NeedSet(int mask) {
  private static final EnumLists<Need> LISTS = new EnumLists<>(Need.values());

  /** Made once and shared. */
  private static final List<NeedSet> ALL =
      IntStream.range(0, 1 << EnumLists.known(Need.values())).mapToObj(NeedSet::new).toList();

  static NeedSet of(List<Need> needs) {
    int mask = 0;
    for (int i = 0; i < needs.size(); i++) {
      mask |= EnumLists.bit(needs.get(i));
    }
    return ALL.get(mask);
  }

  static NeedSet of(Need... needs) {
    return of(List.of(needs));
  }

  boolean has(Need need) {
    return (mask & EnumLists.bit(need)) != 0;
  }

  boolean hasAnyOf(NeedSet others) {
    return (mask & others.mask) != 0;
  }

  NeedSet and(NeedSet others) {
    return new NeedSet(mask & others.mask);
  }

  int size() {
    return Integer.bitCount(mask);
  }

  /** In the order of the quick assessment's table; immutable. */
  List<Need> list() {
    return LISTS.get(mask);
  }
}
