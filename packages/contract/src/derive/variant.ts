// A variant: a value that differs from a valid one in one place, and whether the schema accepts it.
import type { Json } from '@agentsource/openapi/json';

export interface Variant {
  value: Json;
  /** Where in the value the variation is, as a JSON Pointer. */
  at: string;
  /** The schema that the constraint belongs to, as a JSON Pointer into the document. */
  schema: string;
  keyword: string;
  /** Which side of the boundary, for a person. */
  what: string;
  side: 'accepted' | 'refused';
}

/** A variant of one of a schema's own keywords; without a value none could be derived. */
export interface KeywordVariant extends Pick<Variant, 'side' | 'keyword' | 'what'> {
  value: Json | undefined;
  /** Default: the value as a whole. */
  at?: string;
}

export function accepted(keyword: string, what: string, value: Json | undefined): KeywordVariant {
  return { side: 'accepted', keyword, what, value };
}

export function refused(keyword: string, what: string, value: Json | undefined, at = ''): KeywordVariant {
  return { side: 'refused', keyword, what, value, at };
}

/** The name of a property that no document declares. */
export const UNKNOWN_PROPERTY = 'not_in_the_document';
