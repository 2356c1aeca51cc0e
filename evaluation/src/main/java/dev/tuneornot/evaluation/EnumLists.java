package dev.tuneornot.evaluation;

import dev.tuneornot.schemas.validation.Symbols;
import java.util.ArrayList;
import java.util.List;

/**
 * Every list of an enum's constants that keeps their order, made once and immutable: a
 * recommendation has nine such lists, and this way they cost it nothing. Lists are named by a mask
 * of {@linkplain #bit bits}.
 */
final class EnumLists<E extends Enum<E>> {
  private final List<List<E>> lists;

  /** For small enums: 2^n lists are kept. */
  EnumLists(E[] constants) {
    int masks = 1 << known(constants);
    lists = new ArrayList<>(masks);
    for (int mask = 0; mask < masks; mask++) {
      lists.add(list(constants, mask));
    }
  }

  /** How many: the symbol for those of newer versions stands last, and is in no list. */
  static int known(Enum<?>[] constants) {
    int last = constants.length - 1;
    return constants[last].name().equals(Symbols.NEWER) ? last : constants.length;
  }

  private static <E extends Enum<E>> List<E> list(E[] constants, int mask) {
    List<E> list = new ArrayList<>();
    for (E constant : constants) {
      if ((mask & bit(constant)) != 0) {
        list.add(constant);
      }
    }
    return List.copyOf(list);
  }

  List<E> get(int mask) {
    return lists.get(mask);
  }

  // Never leaves the process, so that a new order of constants can do no harm.
  @SuppressWarnings("EnumOrdinal")
  static int bit(Enum<?> constant) {
    return 1 << constant.ordinal();
  }
}
