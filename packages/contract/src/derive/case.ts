// A case: what is sent, and what must come back.
import type { Json } from '@agentsource/openapi/json';
import type { Content } from '../operation/contents.ts';
import type { Operation } from '../operation/operation.ts';
import type { Parameter } from '../operation/parameters.ts';
import type { Credential } from '../operation/security.ts';
import type { Variant } from './variant.ts';

export const KINDS = [
  'example',
  'accepted',
  'refused',
  'no body',
  'content type',
  'no key',
  'key',
  'status',
  'generated',
  'undeclared',
] as const;

export type Kind = (typeof KINDS)[number];

export interface Request {
  method: string;
  path: string;
  parameters: Record<Parameter['in'], Record<string, Json>>;
  body: Json | undefined;
  /** As what the body is written; as JSON where it is undefined. */
  content: Content | undefined;
  /** What the body is called instead of what it is. */
  contentType: string | undefined;
  credentials: Credential[];
  prefer: string | undefined;
  accept: string | undefined;
}

/** Accepted, and answered as the document declares for this status. */
export interface Answered {
  outcome: 'answered';
  status: number;
  /** The one to come of several media types; undefined where it is the server's choice. */
  mediaType: string | undefined;
  example: Json | undefined;
  /** Whether the example is asked for by its name; otherwise it is the server's choice how long it tells who asks to wait. */
  isByName: boolean;
  isGenerated: boolean;
}

/** Refused because of what is at this place of the request. */
export interface Refused {
  outcome: 'refused';
  /** The first of these that is declared is the answer. */
  statuses: readonly number[];
  /** The answer where none of them is declared. */
  otherwise: number;
  location: readonly string[] | undefined;
}

/** Answered as what the document does not know. */
export interface Undeclared {
  outcome: 'undeclared';
  status: number;
}

type Expectation = Answered | Refused | Undeclared;

export interface Case {
  operation: Operation;
  kind: Kind;
  name: string;
  request: Request;
  expect: Expectation;
  /** What of the body was varied; left out where the body is the valid one. */
  variant?: Variant;
}

/** A case before it is known whose. */
export type OperationCase = Omit<Case, 'operation'>;
