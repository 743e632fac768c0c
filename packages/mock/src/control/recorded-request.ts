// A request that was made, as a test asks for it. A file of its own, since it is public: its declaration reaches little else.
import type { Fault } from '../traffic/faults.ts';

/** A request that the mock was sent. Keys, tokens, cookies and whatever else is a secret by its name are left out. */
export interface RecordedRequest {
  /** In upper case. */
  method: string;
  path: string;
  /** By name; a list where one was sent more than once. */
  query: Record<string, string | string[]>;
  /** By name in lower case. */
  headers: Record<string, string>;
  /** What the body says where it is JSON or a form, else its text; undefined for none. */
  body?: unknown;
  /** Method and path as the document has them, such as `GET /v1/webhooks/{partner_id}`; undefined where it has none. */
  operation?: string;
  /** What it was answered; undefined until then, and where nothing was. */
  status?: number;
  /** What was done to the answer. */
  fault?: Fault;
  /** Why it was refused, where it was. */
  refused?: string;
}

/** A request and how long its answer took, from the first byte to the last. */
export interface AnsweredRequest extends RecordedRequest {
  milliseconds: number;
}
