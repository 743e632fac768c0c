// Values for a schema. Prism's plain generator often violates it (it ignores patterns, among others); such a value is repaired with
// those of its other generator, which draws them, and often knows better.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
import generators from '@stoplight/prism-http/dist/mocker/generator/JSONSchema.js';
import type { ErrorObject } from 'ajv';
import { isObject } from '../json.ts';
import type { Judge } from '../judging/judge.ts';
import type { Texts } from '../options.ts';
import type { Preferences } from './choose.ts';
import { type Asked, mended } from './mend.ts';
import { plausible } from './plausible.ts';
import { type SmallSchema, smallSchema } from './small-schema.ts';

/** Draws before giving up; on three real documents 6 sufficed. */
const SEEDS = 20;

/** Milliseconds after which no other draw is begun: for some patterns that repeat much, one takes seconds. */
const PATIENCE = 1_000;

/** Where only an alternative could satisfy the schema. */
const FEW_SEEDS = 1;

/** Times that a value is put right, until it is or was in vain. */
const TURNS = 8;

/** More is wrong where a value is of another kind altogether. */
const MOST_ERRORS = 200;

/** A value, and how it violates its schema. */
export interface Made {
  value: unknown;
  errors: ErrorObject[];
}

type Draw = Pick<Preferences, 'dynamic' | 'seed'>;

export interface GeneratorParts {
  document: OpenApiDocument;
  judge: Judge;
  /** Gives generated values their keys as the document has them. */
  reveal: (value: Json) => Json;
  texts: Texts;
}

export class Generator {
  readonly #document: OpenApiDocument;
  readonly #judge: Judge;
  readonly #reveal: (value: Json) => Json;
  readonly #texts: Texts;
  readonly #small = new Map<string, SmallSchema | undefined>();
  readonly #made = new Map<string, Made>();

  constructor({ document, judge, reveal, texts }: GeneratorParts) {
    this.#texts = texts;
    this.#document = document;
    this.#judge = judge;
    this.#reveal = reveal;
  }

  /** A value that satisfies the schema, if one is found: always the same one, unless it is to be drawn. */
  make(schema: string, { dynamic = false, seed }: Draw = {}): Made {
    if (dynamic) return this.#drawn(schema, seed === undefined ? {} : { seed });
    const key = JSON.stringify([schema, seed]);
    const made = this.#made.get(key) ?? this.#make(schema, seed === undefined ? {} : { seed });
    this.#made.set(key, made);
    return structuredClone(made);
  }

  #drawn(schema: string, draw: Draw): Made {
    const made = this.#make(schema, { ...draw, dynamic: true });
    if (made.errors.length > 0 || this.#texts === 'any') return made;
    return this.#judged(
      schema,
      plausible(made.value, schema, { document: this.#document, judge: this.#judge }),
    );
  }

  #make(schema: string, draw: Draw): Made {
    const first = this.#mended(schema, this.#generate(schema, draw) ?? this.#generate(schema, {}));
    if (first?.errors.length === 0) return first;
    const small = this.#smallOf(schema);
    const draws = small === undefined ? 0 : small.isLess ? FEW_SEEDS : SEEDS;
    const end = performance.now() + PATIENCE;
    for (let seed = 1; seed <= draws && performance.now() < end; seed++) {
      const seeded = this.#generate(schema, { dynamic: true, seed: `${draw.seed ?? ''}${seed}` });
      const drawn = this.#mended(schema, seeded);
      if (drawn === undefined) continue;
      if (drawn.errors.length === 0 && first === undefined) return drawn;
      const mixed = first && this.#judged(schema, mixture(first, drawn.value));
      const valid = [mixed, drawn].find((one) => one?.errors.length === 0);
      if (valid) return valid;
    }
    return first ?? { value: null, errors: this.#judge.answer(schema, null) };
  }

  #generate(schema: string, { dynamic, seed }: Draw): Made | undefined {
    const small = this.#smallOf(schema)?.schema;
    if (small === undefined) return undefined;
    const result = dynamic
      ? generators.generate(NOWHERE, undefined, small, seed)
      : generators.generateStatic(NOWHERE, small);
    return result._tag === 'Left'
      ? undefined
      : this.#judged(schema, this.#reveal((result.right ?? null) as Json));
  }

  /** The same one where nothing could be put right. */
  #mended(schema: string, made: Made | undefined): Made | undefined {
    const asked: Asked = new Map();
    let best = made;
    for (let turn = 0; turn < TURNS && best && best.errors.length > 0; turn++) {
      if (best.errors.length > MOST_ERRORS) break;
      const other = this.#judged(schema, mended(best.value, best.errors, asked, turn));
      if (other.errors.length === 0) return other;
      best = other;
    }
    return best?.errors.length === 0 ? best : made;
  }

  #smallOf(schema: string): SmallSchema | undefined {
    if (!this.#small.has(schema)) this.#small.set(schema, smallSchema(this.#document, schema));
    return this.#small.get(schema);
  }

  #judged(schema: string, value: unknown): Made {
    const shown = this.#judge.shown(schema, value);
    return { value: shown, errors: this.#judge.answer(schema, shown) };
  }
}

/** What the generators name in their messages, which nobody sees. */
const NOWHERE = { method: '', path: '' } as never;

/** As much as possible of the first value: all but the members that violate the schema. */
function mixture({ value, errors }: Made, drawn: unknown): unknown {
  const members = errors.map(({ instancePath }) =>
    instancePath.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~'),
  );
  if (!isObject(value) || !isObject(drawn) || members.includes(undefined)) return drawn;
  // `request_status` stays `success`, ids become real ones.
  const replaced = Object.entries(drawn).filter(([member]) => members.includes(member));
  return { ...value, ...Object.fromEntries(replaced) };
}
