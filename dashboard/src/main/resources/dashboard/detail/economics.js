/** What follows from a candidate's figures, and the verdict in a sentence (sections 5 to 7). */
import { statusSentence } from '../core/words.js';

/**
 * Requests a month. A recommendation does not carry them, but E10 gives them back: savings a month
 * and what is deducted from them, over the savings of a request. Null where a request saves nothing.
 */
export function monthlyRequests(candidate) {
  const each = candidate.savingsPerRequest;
  if (each === null || each === undefined || each === 0) {
    return null;
  }
  const gross = candidate.monthlySavings + (candidate.monthlyFixedCost ?? 0) + (candidate.monthlyRetrainingCost ?? 0);
  return Math.max(0, gross / each);
}

/** What each side costs a month; null where the volume is not known. */
export function monthlyCosts(candidate) {
  const requests = monthlyRequests(candidate);
  if (requests === null) {
    return null;
  }
  const baseline = requests * candidate.baselineCostPerRequest;
  return { baseline, tuned: baseline - candidate.monthlySavings };
}

export function verdictSentence(recommendation) {
  switch (recommendation.verdict) {
    case 'GO': return 'it pays back in time, and there is nothing to warn of.';
    case 'CAUTION': return caution(recommendation.bestStatus);
    case 'NO_GO': return refusal(recommendation.bestStatus);
    case 'PENDING_PRICE': return recommendation.candidates.length === 0
      ? 'no candidate model has been named.' : 'a price is missing; the verdict follows as soon as it is known.';
    default: return 'tuning is not what is recommended.';
  }
}

function caution(status) {
  switch (status) {
    case 'NEVER': return 'it never pays back; only what the tuned model does better can justify it.';
    case 'TOO_SLOW': return `${statusSentence(status)}.`;
    default: return 'it pays back in time, but mind the warnings.';
  }
}

function refusal(status) {
  switch (status) {
    case 'NEVER': return 'it never pays back, and no need calls for what tuning does better.';
    case 'RETIRES_FIRST': return 'the model retires before it has paid back.';
    default: return 'none of the candidates can be tuned.';
  }
}
