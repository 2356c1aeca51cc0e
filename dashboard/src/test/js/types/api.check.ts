/** Does not compile where core/types.js has a field that docs/openapi.json, which the server's classes make, does not. */
import type {
  Change, Facets, Felt, Impact, Page, Point, Portfolios, Prices, Recommendation, Reviews, Row, UpcomingDate,
} from '../../../main/resources/dashboard/core/types.js';
import openapi from '../../../../../docs/openapi.json';

type Paths = typeof openapi.paths;
type Answer<P extends keyof Paths> = Paths[P]['get']['responses']['200']['content']['application/json']['schema'];

/** The fields of a type, at any depth, that a schema does not have. */
type Missing<T, S> =
  S extends { properties: infer P } ? { [K in keyof T]-?: K extends keyof P ? Missing<NonNullable<T[K]>, P[K]> : K }[keyof T]
  : S extends { items: infer I } ? T extends (infer E)[] ? Missing<E, I> : T
  : S extends { additionalProperties: unknown } ? never
  : T extends object ? keyof T : never;

type None<M extends never> = M;

export type Checked = [
  None<Missing<Portfolios, Answer<'/api/portfolios'>>>,
  None<Missing<Page<Row>, Answer<'/api/recommendations'>>>,
  None<Missing<Recommendation, Answer<'/api/recommendations/{proposalId}'>>>,
  None<Missing<Page<Point>, Answer<'/api/scatter'>>>,
  None<Missing<Page<Change>, Answer<'/api/changes'>>>,
  None<Missing<Prices, Answer<'/api/prices'>>>,
  None<Missing<Felt<UpcomingDate>, Answer<'/api/upcoming'>>>,
  None<Missing<Reviews, Answer<'/api/reviews'>>>,
  None<Missing<Felt<Impact>, Answer<'/api/price-impacts'>>>,
  None<Missing<Facets, Answer<'/api/facets'>>>,
];
