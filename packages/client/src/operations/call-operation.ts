// What every function of `@agentsource/client/operations` does: the call, and `unwrap`.
import type { AgentSourceClient } from '../client-types.ts';
import type { CallOptions, Fetch } from '../options.ts';
import type { FetchOptions } from '../transport/openapi-fetch-types.ts';
import { unwrap } from '../unwrap.ts';

/** What the functions need of a client of `createClient`. */
export type OperationClient = Pick<AgentSourceClient, 'request'>;

type OwnOptions = 'params' | 'body' | 'fetch' | 'parseAs';

/**
 * What every operation takes beside its parameters and its body: retries and time limits, `signal`, `headers`, `middleware` and
 * whatever else a call of the client takes. To have an answer read in another way (`parseAs`), or to see its headers and attempts,
 * use the client's own methods.
 */
export interface OperationOptions extends CallOptions, Omit<FetchOptions<unknown>, OwnOptions> {
  /** What sends this call in place of the client's. */
  fetch?: Fetch;
}

/** A client without the types of a document. */
interface UntypedClient<Data> {
  request(...call: unknown[]): Promise<{ data: Data; error?: never; response: Response }>;
}

/** @throws {ExploriumError} what `unwrap` throws, and what the call rejects with. */
export function callOperation<Data>(
  client: OperationClient,
  method: string,
  template: string,
  options: object = {},
): Promise<Data> {
  const { path, query, header, cookie, ...init } = options as Record<string, unknown>;
  const params = { path, query, header, cookie };
  return unwrap((client as unknown as UntypedClient<Data>).request(method, template, { ...init, params }));
}
