// What holds for any two documents, tried on a change of every keyword at every place, sent and answered, in either order: the verdict
// against the text of the generated types, and what each change has to tell.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { get } from '@agentsource/openapi/pointer';
import { SHAPES, withShapes } from '@agentsource/openapi/testing/shapes';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Change, Verdict } from '../src/change.ts';
import { judge } from '../src/judge.ts';
import { documentOf, json } from '../testing/documents.ts';
import { BESIDE_TYPES, IN_TYPES, type Mutation } from './oracle/keywords.ts';
import { PLACES } from './oracle/places.ts';
import { typesText } from './oracle/types-text.ts';

interface Case {
  id: string;
  /** `minLength, in items`. */
  name: string;
  mutation: Mutation;
  place: string;
}

/** Cases that are no change, or none of types, where they stand. */
const ODD = new Set([
  // The component becomes nullable, and whoever uses it took null already.
  'null, in component or null',
  // A map of nothing is how the generator writes a closed object.
  'nothing, in properties by pattern',
]);

/** Where what types don't show is tried: it is compared alike everywhere. */
const FEW = new Set(['body', 'items', 'property of an alternative', 'component', 'component or null']);

const CASES = Object.keys(PLACES).flatMap((place, row) =>
  [...(FEW.has(place) ? BESIDE_TYPES : []), ...IN_TYPES].map((mutation, index): Case => {
    return { id: `case_${row * 1000 + index}`, name: `${mutation.name}, in ${place}`, mutation, place };
  }),
);

/** One document with an operation for each case, since most of what it costs is the same for one and for hundreds. */
function documentWith(version: 'before' | 'after'): OpenApiDocument {
  const paths: JsonObject = {};
  const schemas: JsonObject = {};
  for (const { id, mutation, place } of CASES) {
    const { schema, components = {} } = PLACES[place]?.(mutation[version], id) ?? { schema: {} };
    Object.assign(schemas, components);
    paths[`/${id}`] = {
      post: {
        operationId: id,
        requestBody: { required: true, content: json(schema) },
        responses: { '200': { description: 'Done', content: json(schema) } },
      },
    };
  }
  return normalise(documentOf({ components: { schemas }, paths })).document;
}

const before = documentWith('before');
const after = documentWith('after');

const isTypeSame = sameTypes();

/** Whether the types of an operation are the same in both, by its id. */
function sameTypes(): (id: string) => boolean {
  const [old, now] = [typesText(before), typesText(after)];
  return (id) => old.get(id) === now.get(id);
}

describe.each([
  ['there', before, after],
  ['back', after, before],
] as const)('a change of every keyword at every place, %s', (_way, old, now) => {
  let verdict: Verdict;
  let changesOf: (id: string) => Change[];

  beforeAll(async () => {
    verdict = await judge(old, now);
    const byOperation = Map.groupBy(verdict.changes, ({ operation }) => operation);
    changesOf = (id) => byOperation.get(`POST /${id}`) ?? [];
  }, 120_000);

  const failing = (fails: (one: Case) => boolean) =>
    CASES.filter((one) => !ODD.has(one.name) && fails(one)).map(({ name }) => name);

  it('is seen, unless it says nothing', () => {
    expect(
      failing(({ id, mutation }) => (changesOf(id).length === 0) !== (mutation.isNothing === true)),
    ).toEqual([]);
  });

  it('is a feature at least where the types are others than before', () => {
    const isLess = ({ severity, kind }: Change) => severity === 'fix' && kind !== 'branches-rearranged';
    expect(
      failing(({ id, mutation }) => {
        const isLeast = changesOf(id).every(isLess) && mutation.name !== 'order';
        return isLeast && !isTypeSame(id);
      }),
    ).toEqual([]);
  });

  it('is told once, with a place that is there and a line that says where', () => {
    expect(failing(({ id }) => isToldTwice(changesOf(id)))).toEqual([]);
    for (const { pointer, operation, field, words } of verdict.changes) {
      expect(get(now, pointer) ?? get(old, pointer), pointer).toBeDefined();
      expect(operation ?? field).not.toBe('');
      expect(words).not.toBe('');
    }
  });

  it('makes no rule look missing', () => {
    const odd = new Set(CASES.filter(({ name }) => ODD.has(name)).map(({ id }) => `POST /${id}`));
    expect(verdict.disagreements.filter(({ operation }) => !odd.has(operation ?? ''))).toEqual([]);
  });
});

function isToldTwice(changes: readonly Change[]): boolean {
  const places = changes.map(({ direction, kind, pointer, field }) =>
    [direction, kind, pointer, field].join(' '),
  );
  return new Set(places).size < places.length;
}

it('is nothing for any document against itself, in another order too', async () => {
  for (const shape of SHAPES) {
    const document = withShapes(documentOf({}), [shape]);
    expect(await judge(document, reversed(document)), shape.name).toEqual({
      severity: 'none',
      changes: [],
      disagreements: [],
    });
  }
});

/** The same document, whose objects list their members backwards. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  ) as T;
}
