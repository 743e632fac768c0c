// What a person reads, and what a program reads.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { normalise } from '@agentsource/openapi/normalise';
import { get } from '@agentsource/openapi/pointer';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { KINDS } from '../src/policy.ts';
import { type Comparison, toJson } from '../src/report/json.ts';
import { headline, renderReport } from '../src/report/render.ts';
import { AFTER, BEFORE } from '../testing/things.ts';

async function compare(before: OpenApiDocument, after: OpenApiDocument): Promise<Comparison> {
  return {
    from: { version: before.info.version, sha256: 'a'.repeat(64) },
    to: { version: after.info.version, sha256: 'b'.repeat(64) },
    verdict: await judge(normalise(before).document, normalise(after).document),
    normalised: [
      { rule: 'nullable', pointer: '/components/schemas/Thing', detail: 'null respelled as a type' },
    ],
    releases: { '@agentsource/types': 'minor' },
    changeset: null,
  };
}

const comparison = await compare(BEFORE, AFTER);

describe('renderReport', () => {
  it('leads with the severity, then what deployed callers feel, then operation by operation', () => {
    expect(renderReport(comparison)).toBe(`**API 1.0.0 → 1.1.0: breaking**

Counted per operation: 6 breaking, 4 new, 5 other; 7 of them felt by callers already deployed.

Releases: \`@agentsource/types\` minor.

### The service itself became stricter

Callers that are already deployed are affected, whether they upgrade or not (marked † below).

- \`POST /things/search\`, \`POST /things/count\`, \`POST /things/export\`: request \`filter.colour\`: removed; it was \`string\`
- \`POST /things/search\`, \`POST /things/count\`, \`POST /things/export\`: request \`filter.kinds\`: \`maxItems\` none → \`5\`
- \`DELETE /things/{id}\`: removed: Delete

### Operations that are gone

- \`DELETE /things/{id}\`: removed: Delete

### New operations

- \`GET /others\`: new: Get others

### In 3 operations

\`POST /things/search\`, \`POST /things/count\`, \`POST /things/export\`

Breaks:

- request \`filter.colour\`: removed; it was \`string\` †

New:

- request \`filter.kinds[]\`: value \`"c"\` added

Else:

- request \`filter.kinds\`: \`maxItems\` none → \`5\` †

### \`POST /things\`, \`POST /things/search\`

Breaks:

- response \`Thing.id\`: required → optional

Else:

- response \`Thing.name\`: \`description\` added

### Respelled before anything was compared

- nullable: \`/components/schemas/Thing\`: \`null respelled as a type\`
`);
  });

  it('says so when nothing changed', async () => {
    const same = await compare(BEFORE, { ...BEFORE, info: { title: 'Things', version: '1.0.1' } });
    expect(headline(same)).toBe('API 1.0.0 → 1.0.1: no change');
    expect(same.verdict).toEqual({ severity: 'none', changes: [], disagreements: [] });
  });

  it('tells of a component that has another name in one line', async () => {
    const renamed = JSON.parse(
      JSON.stringify(BEFORE).replaceAll('"Thing"', '"Item"').replaceAll('/Thing"', '/Item"'),
    );
    expect(renderReport(await compare(BEFORE, renamed))).toContain(
      '- gone (breaks whoever imports them): `Thing` (now `Item`)\n',
    );
  });

  it('prints a disagreement of the comparators', () => {
    const disagreement = {
      operation: 'POST /things',
      direction: 'request',
      comparator: 'types',
      detail: 'a: b',
    } as const;
    const verdict = { ...comparison.verdict, disagreements: [disagreement] };
    expect(renderReport({ ...comparison, verdict })).toContain(
      'only the compiler sees in `POST /things` (request): a: b',
    );
  });
});

describe('toJson', () => {
  it('has the promised keys and nothing else', () => {
    const json = toJson(comparison);
    expect(Object.keys(json)).toEqual([
      'from',
      'to',
      'severity',
      'changes',
      'normalised',
      'releases',
      'changeset',
    ]);
    for (const change of json.changes) {
      expect(Object.keys(change).sort()).toEqual(
        [
          'severity',
          'wireBreaking',
          'operation',
          'direction',
          'kind',
          'pointer',
          'detail',
          'referees',
        ].sort(),
      );
      expect(KINDS).toContain(change.kind);
    }
  });

  it('lists the change of a shared component once for each operation that it reaches', () => {
    const removals = toJson(comparison).changes.filter(({ kind }) => kind === 'closed-property-removed');
    expect(removals.map(({ operation, pointer, detail }) => ({ operation, pointer, detail }))).toEqual(
      ['search', 'count', 'export'].map((name) => ({
        operation: `POST /things/${name}`,
        pointer: '/components/schemas/Filter/properties/colour',
        detail: 'filter.colour: removed; it was `string`',
      })),
    );
  });

  it('points into the new document, for a removal into the old one', () => {
    for (const { kind, pointer } of toJson(comparison).changes) {
      const document = normalise(kind.endsWith('-removed') ? BEFORE : AFTER).document;
      expect(get(document, pointer), `${kind} ${pointer}`).toBeDefined();
    }
  });

  it('is the same every time', async () => {
    expect(JSON.stringify(toJson(await compare(BEFORE, AFTER)))).toBe(JSON.stringify(toJson(comparison)));
  });
});
