// `enum` and `const`: each value that is listed, and some that are not.
import type { JsonObject } from '@agentsource/openapi/json';
import { otherCase } from '../strings.ts';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

export function enumVariants(schema: JsonObject): KeywordVariant[] {
  const isEnum = Array.isArray(schema.enum);
  const keyword = isEnum ? 'enum' : 'const';
  const values = Array.isArray(schema.enum) ? schema.enum : schema.const === undefined ? [] : [schema.const];
  const variants = values.map((value) => accepted(keyword, JSON.stringify(value), value));
  const [first] = values;
  if (typeof first === 'string') {
    variants.push(refused(keyword, 'an unknown value', `${first}_unknown`));
    variants.push(refused(keyword, 'another case', otherCase(first)));
  } else if (typeof first === 'number') {
    variants.push(refused(keyword, 'an unknown value', first + 7919));
  } else if (first !== undefined) {
    variants.push(refused(keyword, 'an unknown value', first !== true), refused(keyword, 'a text', 'text'));
  }
  return variants;
}
