// What Prism finds wrong with a request or a response, and what ajv reported of it: of that Prism keeps no more than a sentence.
import type { IPrismDiagnostic } from '@stoplight/prism-core';
import utils from '@stoplight/prism-http/dist/validator/validators/utils.js';

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

// Prism's messages can't be read back (a list of allowed values is joined by commas, a constant left out), so its two functions
// between ajv's errors and these messages are listened to. Both go through the module's exports, and its version is pinned.
const { convertAjvErrors, validateAgainstSchema } = utils;
let lastErrors: Parameters<typeof convertAjvErrors>[0] | undefined;

Object.assign(utils, {
  convertAjvErrors(...[errors, ...context]: Parameters<typeof convertAjvErrors>) {
    lastErrors = errors;
    return convertAjvErrors(errors, ...context);
  },

  validateAgainstSchema(...args: Parameters<typeof validateAgainstSchema>) {
    const [value, , , , part = ''] = args;
    const found = validateAgainstSchema(...args);
    if (found._tag === 'None') return found;
    for (const [index, violation] of found.value.entries()) {
      const error = lastErrors?.[index];
      if (error === undefined) throw new Error('Prism reports other violations than ajv');
      const { instancePath, keyword, params } = error;
      schemaViolations.set(violation, {
        error: { instancePath: `/${part}${instancePath}`, keyword, params },
        request: { [part]: value },
      });
    }
    return found;
  },
} satisfies typeof utils);
