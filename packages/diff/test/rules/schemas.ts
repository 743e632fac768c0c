// The rules about schemas: what is compared, and what it means in a request, in a response and in an error.

import { ANNOTATION_RULES } from './annotations.ts';
import { CONSTRAINT_RULES } from './constraints.ts';
import { DISCRIMINATOR_RULES } from './discriminators.ts';
import { ITEM_RULES } from './items.ts';
import { PATTERN_RULES } from './patterns.ts';
import { MAP_RULES, PROPERTY_RULES } from './properties.ts';
import type { SchemaRule } from './rule.ts';
import { UNION_RULES } from './unions.ts';
import { VALUE_RULES } from './values.ts';

export const SCHEMA_RULES: SchemaRule[] = [
  ...PROPERTY_RULES,
  ...MAP_RULES,
  ...PATTERN_RULES,
  ...VALUE_RULES,
  ...ITEM_RULES,
  ...UNION_RULES,
  ...DISCRIMINATOR_RULES,
  ...ANNOTATION_RULES,
  ...CONSTRAINT_RULES,
];
