/** What would change the recommendation, and when it is looked at again (F2, F3, section 8). */
import { h } from '../core/dom.js';
import { count, exactTime, percent, roughly } from '../core/format.js';
import { QUESTION_FIELDS, QUESTIONS } from '../core/words.js';
import { monthlyRequests } from './economics.js';

/** One entry a thing that would flip it: what, and where that stands. */
export function outlook(recommendation) {
  const items = [];
  if (recommendation.openQuestion) {
    const question = recommendation.openQuestion;
    items.push(item('An answer', `to “${QUESTIONS[question] ?? question}” (${QUESTION_FIELDS[question] ?? question}).`));
  }
  const best = recommendation.candidates.find((candidate) => candidate.modelId === recommendation.bestModel);
  if (best) {
    items.push(item('Volume', volume(recommendation.minimumMonthlyRequests, monthlyRequests(best))));
  }
  if (recommendation.baselinePriceMargin !== null && recommendation.baselinePriceMargin !== undefined) {
    items.push(item('The baseline’s prices', baselinePrice(recommendation.baselinePriceMargin)));
  }
  if (recommendation.warnings.length > 0 && recommendation.verdict === 'CAUTION') {
    items.push(item('The warnings', recommendation.bestStatus === 'PAYS_BACK'
      ? 'without them it would say Go.' : 'they would have to go, too, before it says Go.'));
  }
  items.push(item('Time', recommendation.validUntil
    ? `it is looked at again on ${exactTime(recommendation.validUntil)}, when something that it depends on changes by date.`
    : 'no date is known on which it would change by itself.'));
  items.push(item('Any change', 'of the proposal, of a price behind it or of the policy is taken up at once.'));
  return h('ul', { class: 'outlook' }, items);
}

function item(what, text) {
  return h('li', {}, h('strong', {}, what), `: ${text}`);
}

function volume(minimum, present) {
  if (minimum === null || minimum === undefined) {
    return 'no volume makes it pay back: a request does not become cheaper.';
  }
  const from = `it pays back in time from ${count(minimum)} requests a month on`;
  return present === null ? `${from}.` : `${from}; planned are about ${roughly(Math.round(present))}.`;
}

function baselinePrice(margin) {
  return margin > 0
    ? `they may fall by ${percent(margin)} before it stops paying back in time.`
    : `they would have to rise by ${percent(-margin)} for it to pay back in time.`;
}
