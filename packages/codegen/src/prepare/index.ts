// Prepares a document for openapi-typescript: the same types, said with the keywords that the tool turns into types rightly. What
// types can't say is left out, so that a type accepts whatever the document accepts.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { walk } from '@agentsource/openapi/walk';
import { spellOutBooleans } from './booleans.ts';
import { splitComposition } from './composition.ts';
import { spellOutConditions } from './conditions.ts';
import { breakCycles } from './cycles.ts';
import { nameDefinitions } from './definitions.ts';
import { separateDirections } from './directions.ts';
import { settleDiscriminators } from './discriminators.ts';
import { openMaps } from './maps.ts';
import { settleMediaTypes } from './media-types.ts';
import { declareRequired } from './required.ts';
import { spellOutValues } from './values.ts';

/** For one schema, changed in place; those within it have been prepared. */
const SCHEMA_STEPS: ((schema: JsonObject) => void)[] = [
  spellOutValues,
  openMaps,
  spellOutConditions,
  splitComposition,
];

/** A copy of a built document for the generator of types. */
export function prepare(built: OpenApiDocument): OpenApiDocument {
  // Through JSON, so that nothing in it stands in two places, one of which will be another.
  const document = JSON.parse(JSON.stringify(built)) as OpenApiDocument;
  nameDefinitions(document);
  walk(document, { schema: spellOutBooleans });
  settleDiscriminators(document);
  walk(document, { schema: (schema) => declareRequired(document, schema) });
  walk(document, {
    schema: (schema) => {
      for (const step of SCHEMA_STEPS) step(schema);
    },
  });
  breakCycles(document);
  settleMediaTypes(document);
  separateDirections(document);
  return document;
}
