// What a person reads, and what a program reads.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { normalise } from '@agentsource/openapi/normalise';
import { get } from '@agentsource/openapi/pointer';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { KINDS } from '../src/policy.ts';
import { type Comparison, toJson } from '../src/report/json.ts';
import { headline, renderNote } from '../src/report/note.ts';
import { renderReport } from '../src/report/render.ts';
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
  it('leads with the severity, then what deployed callers feel, then what breaks, operation by operation', () => {
    expect(renderReport(comparison)).toBe(`**API 1.0.0 → 1.1.0: breaking**

Counted per operation: 6 breaking, 4 new, 5 other; 7 of them felt by callers already deployed.

Releases: \`@agentsource/types\` minor.

### The service itself became stricter

Callers that are already deployed are affected, whether they upgrade or not.

- \`DELETE /things/{id}\`: removed: Delete
- \`POST /things/search\`, \`POST /things/count\`, \`POST /things/export\`
  - request \`filter.colour\`: removed; it was \`string\`. Leave it out.
  - request \`filter.kinds\`: \`maxItems\` none → \`5\`. Send what meets it.

### Breaking

- \`POST /things\`, \`POST /things/search\`
  - response \`Thing.id\`: required → optional. Check that it is there.

### New

- \`GET /others\`: new: Get others
- \`POST /things/search\`, \`POST /things/count\`, \`POST /things/export\`
  - request \`filter.kinds[]\`: value \`"c"\` added

### Other

- descriptions, titles and examples: \`POST /things\`, \`POST /things/search\`

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
    expect(renderReport(await compare(BEFORE, renamed))).toContain('- exported type `Thing` → `Item`\n');
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

describe('renderNote', () => {
  it('tells users what changes for their calls, and nothing of how it was found', () => {
    const note = renderNote(comparison);
    expect(renderReport(comparison)).toContain(note.slice(note.indexOf('###'), -1));
    expect(note).not.toMatch(/Counted|Releases|Respelled|disagree/);
  });

  it('tells each change once', () => {
    const changes = comparison.verdict.changes.filter(({ kind }) => kind !== 'documentation-changed');
    for (const { words } of changes) expect(renderNote(comparison).split(words)).toHaveLength(2);
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
