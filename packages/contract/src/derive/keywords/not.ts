// `not`: what its schema accepts.
import { isObject, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { instancesOf } from '../instances.ts';
import type { SchemaPlace } from '../schema.ts';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

export function notVariants({ context, pointer, schema }: SchemaPlace, base: Json): KeywordVariant[] {
  if (!isObject(schema.not)) return [];
  const unwanted = instancesOf(context, child(pointer, 'not'), 3);
  const inBase = unwanted.filter(isObject).map((value) => (isObject(base) ? { ...base, ...value } : value));
  return [
    accepted('not', 'what is not excluded', base),
    ...[...inBase, ...unwanted].map((value) => refused('not', 'what is excluded', value)),
  ];
}
