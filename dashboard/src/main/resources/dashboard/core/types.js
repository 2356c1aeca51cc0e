// @ts-check
/**
 * What the API answers (docs/openapi.json), as far as the page reads it, and what its modules hand each other:
 * types only, so that no module loads this file. Money is in US dollars, instants are in ISO 8601; a field that may
 * be missing has a question mark. Symbols are any text, as a newer server knows further ones.
 */

/**
 * @typedef {object} Row of the table of recommendations
 * @property {string} proposalId
 * @property {string} title
 * @property {string} portfolio
 * @property {string} decision
 * @property {string} verdict
 * @property {string} [referenceModel]
 * @property {number} [decisionMonthlyCost]
 * @property {string} [bestModel]
 * @property {number} [monthlySavings]
 * @property {number} [upfrontCost]
 * @property {number} [netBenefit]
 * @property {number} [paybackMonths] none: never
 * @property {number} [roi] 1.0 = 100 %
 * @property {string} evaluatedAt
 */

/**
 * @typedef {object} Point of the scatter
 * @property {string} proposalId
 * @property {string} title
 * @property {string} verdict
 * @property {number} upfrontCost
 * @property {number} monthlySavings
 */

/**
 * @typedef {object} Change of a decision or a verdict; NEW has no side before, DELETED none after
 * @property {string} proposalId
 * @property {string} title
 * @property {string} kind NEW, CHANGED, DELETED
 * @property {string} from the verdict before
 * @property {string} to
 * @property {string} fromDecision
 * @property {string} toDecision
 * @property {string} at
 * @property {string} trigger
 * @property {string} triggerKey
 * @property {number} [monthlySavings] 0 unless it is GO
 * @property {number} [previousMonthlySavings]
 */

/**
 * @template T
 * @typedef {object} Page a part of a table
 * @property {number} total
 * @property {boolean} totalIsExact false: there are at least as many
 * @property {T[]} items
 */

/**
 * @typedef {object} Sums of a portfolio; those of all have no name
 * @property {string} [portfolio]
 * @property {number} proposals
 * @property {Record<string, number>} byDecision
 * @property {Record<string, number>} byVerdict
 * @property {number} monthlySavings
 * @property {number} upfrontCost
 * @property {number} netBenefit
 * @property {number} decisionMonthlyCost
 * @property {number} switchSavings a month
 */

/**
 * @typedef {Sums & { portfolio: string }} PortfolioSums
 * @typedef {{ total: Sums, portfolios: PortfolioSums[] }} Portfolios
 */

/**
 * @typedef {object} Price of a model: the dates that are known
 * @property {string} modelId
 * @property {string} [closesAt] its tuning
 * @property {string} [retiresAt]
 * @property {string} [tunedRetiresAt]
 * @property {string} [replacement]
 */

/** @typedef {{ total: number, items: Price[] }} Prices */

/**
 * @typedef {object} Finding about a price that is held
 * @property {string} id
 * @property {string} field
 * @property {string} [before]
 * @property {string} [after]
 * @property {string} [bound]
 */

/** @typedef {{ modelId: string, heldAt: string, findings: Finding[] }} Review a price that is held */
/** @typedef {{ total: number, items: Review[] }} Reviews */

/**
 * @typedef {object} UpcomingDate
 * @property {string} at
 * @property {string} kind
 * @property {string} modelId
 * @property {number} dependants
 */

/**
 * @typedef {object} Impact of a change of a price, a policy or the rules
 * @property {string} changeId
 * @property {string} kind
 * @property {string} key
 * @property {string} state
 * @property {number} dependants
 * @property {number} rescored
 * @property {{ from: string, to: string, proposals: number }[]} transitions
 * @property {number} monthlySavingsChange
 * @property {string} startedAt
 */

/**
 * @template T
 * @typedef {{ total: number, others: number, items: T[] }} Felt what concerns enough proposals, and the number of others
 */

/**
 * @typedef {object} Facets
 * @property {string[]} portfolios
 * @property {string[]} models
 * @property {string[]} decisions
 * @property {string[]} verdicts
 * @property {string[]} providers
 */

/**
 * @typedef {object} Recommendation with its explanation
 * @property {string} proposalId
 * @property {string} portfolio
 * @property {string} title
 * @property {string} evaluatedAt
 * @property {string} decision
 * @property {string} verdict
 * @property {string} [previousVerdict]
 * @property {string} [baselineModel]
 * @property {string} [referenceModel]
 * @property {string} [bestModel]
 * @property {Option[]} options
 * @property {Explanation} explanation
 */

/**
 * @typedef {object} Option a way to do it
 * @property {string} approach
 * @property {string} modelId
 * @property {number} upfrontCost
 * @property {number} monthlyCost
 * @property {number} horizonCost
 */

/**
 * @typedef {object} Explanation
 * @property {{ decision: Term, verdict: Term, decisionText: string, verdictText: string }} headline
 * @property {{ field: string, label: string, value: string }[]} figures of the best candidate
 * @property {Tree} tree
 * @property {Matrix} matrix
 * @property {Candidates} candidates
 * @property {Course[]} courses
 * @property {{ topic: Topic, heading: string, lines: Line[] }[]} sections
 *
 * @typedef {{ symbol: string, label: string }} Term
 * @typedef {'PATH' | 'NEEDS' | 'SIGNALS' | 'BASIS' | 'ECONOMICS' | 'WARNINGS' | 'RISKS' | 'NEXT_STEPS' | 'OUTLOOK' | 'HISTORY'} Topic
 * @typedef {{ rule: string, symbol?: string, label?: string, text: string, mitigation?: string }} Line
 */

/**
 * @typedef {{ questions: TreeQuestion[], end: TreeLeaf, hybrid: TreeLeaf }} Tree
 * @typedef {{ decision: Term, reached: boolean }} TreeLeaf
 *
 * @typedef {object} TreeQuestion
 * @property {string} rule
 * @property {string} text
 * @property {Term} [answer] none: it was not asked
 * @property {TreeLeaf} leaf
 * @property {Term} toLeaf the answer that ends in the leaf
 * @property {Term} onwards the answer that leads on
 */

/**
 * @typedef {{ approaches: MatrixColumn[], needs: MatrixRow[], trainingData: MatrixRow }} Matrix
 * @typedef {{ approach: Term, leads: boolean, served: string }} MatrixColumn
 * @typedef {{ need: Term, declared: boolean, cells: Term[] }} MatrixRow
 */

/**
 * @typedef {{ models: Candidate[], groups: { heading: string, rows: FigureRow[] }[] }} Candidates
 * @typedef {{ modelId: string, status: Term, text: string, best: boolean }} Candidate
 * @typedef {{ rule: string, label: string, important: boolean, values: string[] }} FigureRow
 */

/**
 * @typedef {object} Course of the cumulative cost of a candidate
 * @property {string} modelId
 * @property {number} upfrontCost
 * @property {number} baselinePerMonth
 * @property {number} tunedPerMonth
 * @property {number} [paybackMonths] none: never
 * @property {number} horizonMonths
 * @property {number} [retirementMonths] none: not known
 * @property {string} summary
 */

/**
 * What the server tells by itself.
 *
 * @typedef {object} ServerEvents
 * @property {Portfolios} portfolios
 * @property {{ ids: string[], count: number }} recommendations some of those that changed, and how many did
 * @property {{ count: number }} changes how many decisions or verdicts became other ones
 * @property {Impact} impact
 * @property {{ modelId: string }} price
 * @property {Source} source
 * @property {Source} ping
 *
 * @typedef {{ current: boolean, reason: string }} Source whether the server's data are those of now, and why not
 */

/**
 * What the modules of the page are told: events of the server, and those of the page's own.
 *
 * @typedef {Pick<ServerEvents, 'portfolios' | 'recommendations' | 'changes' | 'impact' | 'price'> & { state: LiveState, reconnected: null }} PageEvents
 * @typedef {{ live: boolean, since: number, reason: string }} LiveState since when it is not live, in milliseconds
 */

/** @typedef {<N extends keyof PageEvents>(name: N, data: PageEvents[N]) => void} Tell */

/**
 * @typedef {{ name: 'overview', parameters: URLSearchParams } | { name: 'proposal', id: string }} Route
 */

/**
 * What the table shows.
 *
 * @typedef {object} Filter
 * @property {string[]} portfolio
 * @property {string[]} decision
 * @property {string[]} verdict
 * @property {string[]} model
 * @property {string} provider
 * @property {string} q
 * @property {string} sort a field; with - descending
 * @property {number} page from 1
 */

/**
 * @callback ChangeFilter
 * @param {Filter} filter
 * @param {{ replace?: boolean }} [options] replace: no step of the history of its own
 * @returns {void}
 */

export {};
