// The rules about schemas: what is compared, and what it means in a request, in a response and in an error.

import { ANNOTATION_RULES } from './annotations.ts';
import { CONSTRAINT_RULES } from './constraints.ts';
import { MAP_RULES, PROPERTY_RULES } from './properties.ts';
import type { SchemaRule } from './rule.ts';
import { VALUE_RULES } from './values.ts';

export const SCHEMA_RULES: SchemaRule[] = [
  ...PROPERTY_RULES,
  ...MAP_RULES,
  ...VALUE_RULES,
  ...ANNOTATION_RULES,
  ...CONSTRAINT_RULES,
];
