// The little of the OpenAPI object model that the pipeline touches; everything else stays plain JSON.

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A parsed OpenAPI document. Its shape is only trusted after validation. */
export interface OpenApiDocument extends JsonObject {
  openapi: string;
  info: JsonObject & { title: string; version: string };
  paths: JsonObject;
}

/** Something a step did to a document, for the report: which rule, where, and what. */
export interface Hit {
  rule: string;
  pointer: string;
  detail: string;
}

/** Tells of a hit; a rule that changes nothing tells nothing. */
export type Report = (rule: string, pointer: string, detail: string) => void;

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A failure that a person can act on; printed as it is, without a stack. */
export class PipelineError extends Error {
  override name = 'PipelineError';
  /** What the command exits with: 1 for a refusal. */
  readonly exitCode: 1 | 2 = 1;
}

/** Input that can't be read as what it should be. Always one line: it quotes input, which may hold anything. */
export class UnreadableError extends PipelineError {
  override name = 'UnreadableError';
  override readonly exitCode = 2;

  constructor(message: string) {
    super(message.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  }
}
