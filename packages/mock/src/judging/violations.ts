// What is wrong with a request or a response. Prism knows which value is to be judged by which schema; the judging is ours.
import type { IPrismDiagnostic } from '@stoplight/prism-core';
import utils from '@stoplight/prism-http/dist/validator/validators/utils.js';
import { judge, judgeText } from './judge.ts';

/**
 * `path` is such as `['body', 'prospect_ids', '0']`, absent when it is about the body or the key as a whole; `code` is the
 * violated JSON Schema keyword, or a status; `severity` 0 is an error, 1 a warning.
 */
export type Violation = IPrismDiagnostic;

/** A violation of a schema. */
export interface SchemaViolation {
  /** As ajv reports it, but for `instancePath`, which leads into `request`. */
  error: { instancePath: string; keyword: string; params: Record<string, unknown> };
  /** What was judged, by where it stands: parameters and forms have been read into what their schemas describe by then. */
  request: Record<string, unknown>;
}

const schemaViolations = new WeakMap<Violation, SchemaViolation>();

/** Undefined for what no schema says: a wrong media type, a missing key, a missing body. */
export function schemaViolationOf(violation: Violation): SchemaViolation | undefined {
  return schemaViolations.get(violation);
}

// Prism would run patterns that may take for ever, judge parameters as draft-07, and keep of each error no more than a sentence. It
// calls this function through the module's exports, and its version is pinned.
const { convertAjvErrors } = utils;
type Arguments = Parameters<typeof utils.validateAgainstSchema>;
type Found = ReturnType<typeof utils.validateAgainstSchema>;

Object.assign(utils, {
  validateAgainstSchema(...[value, schema, isText, context, part = '', bundled]: Arguments): Found {
    let errors: ReturnType<typeof judge>;
    try {
      errors = (isText ? judgeText : judge)(value, schema as object, bundled);
    } catch {
      // A schema that can't be compiled says nothing.
      return { _tag: 'None' };
    }
    const [first, ...more] = errors;
    if (first === undefined) return { _tag: 'None' };
    const violations = convertAjvErrors([first, ...more], 0, context, part);
    for (const [index, violation] of violations.entries()) {
      const { instancePath, keyword, params } = errors[index] ?? first;
      schemaViolations.set(violation, {
        error: { instancePath: `/${part}${instancePath}`, keyword, params },
        request: { [part]: value },
      });
    }
    return { _tag: 'Some', value: violations };
  },
});
