// Documents that nobody should obey: at every place of a document every trick that text or structure can try there.
import type { Json, JsonObject } from '../src/json.ts';
import { keysOf } from '../src/pointer.ts';

export interface HostileDocument {
  /** `place: trick`. */
  name: string;
  text: string;
}

/** A name that must never be said by code: to be looked for in whatever is made of a document. */
export const INTRUDER = 'INTRUDER';

/** Where references would lead if somebody followed them. */
export function hostileDocuments(url: string): HostileDocument[] {
  return [...texts(), ...structures(url), ...sizes()].map(({ name, document }) => ({
    name,
    text: JSON.stringify(document),
  }));
}

/** A document with something at every place that text can stand at; it is valid as it is. */
export function everyPlace(): JsonObject {
  const thing = { $ref: '#/components/schemas/Thing' };
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0', description: 'About things.' },
    servers: [{ url: 'https://things.example', description: 'The server' }],
    tags: [{ name: 'things', description: 'All of them' }],
    security: [{ Key: [] }],
    paths: {
      '/things/{id}': {
        post: {
          operationId: 'change_thing',
          summary: 'Change it',
          description: 'Changes a thing.',
          tags: ['things'],
          parameters: [
            { name: 'id', in: 'path', required: true, description: 'Which', schema: { type: 'string' } },
            { name: 'fast', in: 'query', description: 'How', schema: { type: 'boolean' } },
            { name: 'X-Trace', in: 'header', schema: { type: 'string', enum: ['on', 'off'] } },
          ],
          requestBody: {
            description: 'The thing',
            required: true,
            content: {
              'application/json': {
                schema: thing,
                examples: { first: { summary: 'One', value: { kind: 'a' } } },
              },
            },
          },
          responses: {
            200: {
              description: 'Changed',
              headers: { 'X-Left': { description: 'Calls left', schema: { type: 'integer' } } },
              content: { 'application/json': { schema: thing, example: { kind: 'b', name: 'n' } } },
              links: { again: { operationId: 'change_thing', description: 'Once more' } },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'api_key', description: 'The key' } },
      schemas: {
        Thing: {
          type: 'object',
          title: 'Thing',
          description: 'A thing.',
          properties: {
            kind: { type: 'string', enum: ['a', 'b'], description: 'Its kind' },
            name: { type: 'string', default: 'none', pattern: '^[a-z]+$', example: 'n' },
            other: { oneOf: [thing, { type: 'null' }] },
          },
          required: ['kind'],
        },
      },
    },
  };
}

const TRICKS: [name: string, text: string][] = [
  ['ends a comment', `*/;globalThis.${INTRUDER}=1;/*`],
  ['ends a string', `';globalThis.${INTRUDER}=1;'`],
  ['ends a double-quoted string', `";globalThis.${INTRUDER}=1;"\\`],
  ['breaks lines', `a\r\nglobalThis.${INTRUDER}=1\u2028globalThis.${INTRUDER}=1\u2029//`],
  ['workflow command', 'x\n::error file=README.md,line=1::forged\n::add-mask::a\n##[error]forged'],
  [
    'Markdown',
    'x``` @octocat Fixes #1 ![p](https://evil.example/p.png) [l](https://evil.example) <!-- <script>a</script> | a',
  ],
  ['mentions and orders', '@octocat closes #1, resolves octocat/repo#2 https://evil.example'],
  ['a path', '../../../../etc/passwd'],
  ['turns around', 'a\u202Egnp.exe\u2066b\u200Bc\u0000d\u001B[31m'],
  ['constructor', 'constructor'],
  ['a keyword', 'as'],
  ['empty', ''],
];

/** Pointers to text; behind `#`, to a key of which the text is the name. */
const PLACES = [
  '/info/title',
  '/info/version',
  '/info/description',
  '/servers/0/description',
  '/tags/0/name',
  '/paths/#~1things~1{id}',
  '/paths/~1things~1{id}/post/operationId',
  '/paths/~1things~1{id}/post/summary',
  '/paths/~1things~1{id}/post/description',
  '/paths/~1things~1{id}/post/parameters/1/name',
  '/paths/~1things~1{id}/post/parameters/1/description',
  '/paths/~1things~1{id}/post/parameters/2/name',
  '/paths/~1things~1{id}/post/parameters/2/schema/enum/0',
  '/paths/~1things~1{id}/post/requestBody/content/#application~1json',
  '/paths/~1things~1{id}/post/requestBody/content/application~1json/examples/#first',
  '/paths/~1things~1{id}/post/responses/200/description',
  '/paths/~1things~1{id}/post/responses/200/headers/#X-Left',
  '/paths/~1things~1{id}/post/responses/200/links/#again',
  '/components/securitySchemes/Key/name',
  '/components/schemas/#Thing',
  '/components/schemas/Thing/title',
  '/components/schemas/Thing/description',
  '/components/schemas/Thing/properties/#name',
  '/components/schemas/Thing/properties/kind/enum/1',
  '/components/schemas/Thing/properties/kind/description',
  '/components/schemas/Thing/properties/name/default',
  '/components/schemas/Thing/properties/name/pattern',
  '/components/schemas/Thing/properties/name/example',
];

function texts(): { name: string; document: JsonObject }[] {
  return PLACES.flatMap((place) =>
    TRICKS.map(([trick, text]) => ({ name: `${place}: ${trick}`, document: put(everyPlace(), place, text) })),
  );
}

/** Puts a value at a place, or renames the key there; whatever refers to the key follows. */
function put(document: JsonObject, place: string, value: string): JsonObject {
  const keys = keysOf(place.replace('#', ''));
  const last = keys.pop() ?? '';
  const holder = keys.reduce<JsonObject>((at, key) => at[key] as JsonObject, document);
  if (!place.includes('#')) {
    holder[last] = value;
    return document;
  }
  // A path stays one, or the document would be refused for that alone.
  const name = last.startsWith('/') ? `${last}/${value}` : value;
  Object.defineProperty(holder, name, {
    value: holder[last],
    enumerable: true,
    configurable: true,
    writable: true,
  });
  delete holder[last];
  const reference = (text: string) =>
    `#/components/schemas/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return JSON.parse(JSON.stringify(document), (_, inner) =>
    inner === reference(last) ? reference(name) : inner,
  );
}

/** References out of the document, names for what is not theirs, and things that contain themselves. */
function structures(url: string): { name: string; document: JsonObject }[] {
  const targets = [
    `${url}/x.json`,
    '/dev/zero',
    './other.yaml#/A',
    'file:///etc/passwd',
    '//evil.example/x',
    '#/nowhere',
  ];
  const places: [string, (reference: JsonObject) => JsonObject][] = [
    ['a schema', (reference) => withSchema({ properties: { a: reference } })],
    ['an example', (reference) => withSchema({ example: { deep: [reference] } })],
    ['a default', (reference) => withSchema({ default: reference })],
    ['a const', (reference) => withSchema({ const: reference })],
    ['an extension', (reference) => ({ ...everyPlace(), 'x-a': [reference] })],
    ['a path item', (reference) => withPath(reference)],
    [
      'a parameter',
      (reference) => withPath({ get: { operationId: 'extra', parameters: [reference], responses: {} } }),
    ],
    ['a response', (reference) => withPath({ get: { operationId: 'extra', responses: { 200: reference } } })],
    [
      'a callback',
      (reference) => withPath({ get: { operationId: 'extra', callbacks: { c: reference }, responses: {} } }),
    ],
    ['where none belongs', (reference) => ({ ...everyPlace(), externalDocs: reference })],
  ];
  const references = places.flatMap(([place, make]) =>
    targets.map((target) => ({ name: `${place} refers to ${target}`, document: make({ $ref: target }) })),
  );
  const self = { $ref: '#/components/schemas/Extra' };
  const more: [string, JsonObject][] = [
    ['a schema is itself', withSchema(self)],
    ['a schema is all of itself', withSchema({ allOf: [self] })],
    ['a schema is itself or null', withSchema({ anyOf: [self, { type: 'null' }] })],
    ['a schema has our id', withSchema({ $id: 'openapi:/document' })],
    ['two examples have one id', withSchema({ examples: [{ $id: 'a' }, { $id: 'a' }] })],
    ['a dynamic reference', withSchema({ items: { $dynamicRef: `${url}/#a` } })],
    ['another dialect', withSchema({ $schema: `${url}/dialect` })],
    ['an external value', withExample({ externalValue: `${url}/x` })],
    ['a link elsewhere', withLink({ operationRef: `${url}/#/paths/~1x/get` })],
    [
      'a mapping elsewhere',
      withSchema({ oneOf: [], discriminator: { propertyName: 'k', mapping: { a: `${url}/a` } } }),
    ],
    [
      'a callback to us',
      withPath({
        get: {
          operationId: 'extra',
          callbacks: { c: { [url]: { post: { responses: {} } } } },
          responses: {},
        },
      }),
    ],
    ['a server of another', { ...everyPlace(), servers: [{ url: 'javascript:alert(1)' }] }],
    [
      'a pattern without end',
      withSchema({ type: 'string', pattern: '^(a+)+$', example: `${'a'.repeat(40)}!` }),
    ],
    [
      'a property name without end',
      withSchema({ patternProperties: { '^(a+)+$': {} }, example: { [`${'a'.repeat(40)}!`]: 1 } }),
    ],
  ];
  return [...references, ...more.map(([name, document]) => ({ name, document }))];
}

function sizes(): { name: string; document: JsonObject }[] {
  const nested = (depth: number): JsonObject => (depth === 0 ? {} : { properties: { a: nested(depth - 1) } });
  const chain = Object.fromEntries(
    Array.from({ length: 27 }, (_, index) => {
      const next = { $ref: `#/components/schemas/L${index + 1}` };
      return [
        `L${index}`,
        index === 26 ? {} : { anyOf: [next, { type: 'object', properties: { x: next } }] },
      ];
    }),
  );
  const two: Json = { anyOf: [{ type: 'string' }, { type: 'integer' }] };
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, {}]));
  return [
    { name: 'deeply nested', document: withSchema(nested(90)) },
    { name: 'bottomless', document: withSchema(nested(1_000)) },
    { name: 'a map of many keys', document: withSchema({ properties: many(40_000) }) },
    { name: 'a chain of alternatives', document: withSchemas(chain) },
    {
      name: 'alternatives multiplied',
      document: withSchema({ allOf: Array.from({ length: 26 }, () => two) }),
    },
    {
      name: 'an enum of many',
      document: withSchema({ enum: Array.from({ length: 15_000 }, (_, index) => `v${index}`) }),
    },
  ];
}

function withSchemas(schemas: JsonObject): JsonObject {
  const document = everyPlace() as JsonObject & { components: { schemas: JsonObject } };
  Object.assign(document.components.schemas, schemas);
  return document;
}

function withSchema(schema: JsonObject): JsonObject {
  return withSchemas({ Extra: schema });
}

function withPath(item: JsonObject): JsonObject {
  const document = everyPlace() as JsonObject & { paths: JsonObject };
  document.paths['/extra'] = item;
  return document;
}

function withExample(example: JsonObject): JsonObject {
  const content = { 'application/json': { schema: {}, examples: { a: example } } };
  return withPath({ get: { operationId: 'extra', responses: { 200: { description: '', content } } } });
}

function withLink(link: JsonObject): JsonObject {
  return withPath({
    get: { operationId: 'extra', responses: { 200: { description: '', links: { l: link } } } },
  });
}
