package dev.tuneornot.streams.pass;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.apache.kafka.common.utils.Bytes;

/** Merges ordered walks into one ordered walk without repetitions. */
final class MergedWalk implements Iterator<Bytes> {

  private static final class Head {
    private final Iterator<Bytes> rest;
    private Bytes id;

    private Head(Iterator<Bytes> walk) {
      this.id = walk.next();
      this.rest = walk;
    }
  }

  private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(h -> h.id));

  MergedWalk(Collection<Iterator<Bytes>> walks) {
    for (Iterator<Bytes> walk : walks) {
      if (walk.hasNext()) {
        heads.add(new Head(walk));
      }
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public Bytes next() {
    Head first = heads.peek();
    if (first == null) {
      throw new NoSuchElementException();
    }
    Bytes id = first.id;
    for (Head head = first; head != null && head.id.equals(id); head = heads.peek()) {
      heads.poll();
      if (head.rest.hasNext()) {
        head.id = head.rest.next();
        heads.add(head);
      }
    }
    return id;
  }
}
