package dev.tuneornot.portfolio.ranking;

import dev.tuneornot.model.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up proposals to fund. */
final class Some {

  private Some() {}

  static BigDecimal usd(long dollars) {
    return BigDecimal.valueOf(dollars);
  }

  static Base base(String modelId, long hostingPerMonth, int places) {
    return new Base(modelId, usd(hostingPerMonth), places);
  }

  static Way hosted(Base base, long cost, long gain, int months) {
    BigDecimal hosting = base.hostingPerMonth().multiply(BigDecimal.valueOf(months));
    return new Way(base.modelId(), usd(cost), usd(gain), base, hosting);
  }

  static Fundable plain(String proposalId, long cost, long benefit) {
    return fundable(proposalId, Way.unhosted("openai/own", usd(cost), usd(benefit)));
  }

  static Fundable fundable(String proposalId, Way... ways) {
    return new Fundable(proposalId, "team", Verdict.GO, List.of(ways));
  }

  /** Up to 8 proposals of up to 3 ways on 3 bases, some free, some without gain, many equal. */
  static List<Fundable> portfolio(int seed) {
    Random random = new Random(2000L + seed);
    List<Base> bases = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      bases.add(base("openai/base-" + i, 1 + random.nextInt(5), 1 + random.nextInt(4)));
    }
    List<Fundable> fundables = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      List<Way> ways = new ArrayList<>();
      int first = random.nextInt(4);
      for (int way = 0; way <= random.nextInt(3); way++) {
        int model = (first + way) % 4;
        ways.add(
            model == 3
                ? Way.unhosted("openai/own", usd(random.nextInt(25)), usd(random.nextInt(30) - 5))
                : hosted(
                    bases.get(model),
                    random.nextInt(25),
                    random.nextInt(60) - 5,
                    random.nextBoolean() ? 12 : 1 + random.nextInt(12)));
      }
      fundables.add(fundable("p" + i, ways.toArray(Way[]::new)));
    }
    return fundables;
  }

  /** Up to 11 proposals, some free, some without benefit, many equal. */
  static List<Fundable> unhostedPortfolio(int seed) {
    Random random = new Random(1000L + seed);
    List<Fundable> fundables = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      fundables.add(plain("p" + i, random.nextInt(25), random.nextInt(30) - 5));
    }
    return fundables;
  }
}
