// Calls an operation of the table; openapi-fetch's types know nothing of a name that is data.
import type { AgentSourceClient, CallOptions } from '@agentsource/client';
import { unwrap } from '@agentsource/client';
import type { Operation } from './operation.ts';
import type { OperationRequest } from './request.ts';

interface UntypedClient {
  request(
    method: string,
    path: string,
    init: object,
  ): Promise<{ data: unknown; error?: never; response: Response }>;
}

/** @throws {ExploriumError} what `unwrap` throws, and what the call rejects with. */
export async function callOf(
  client: AgentSourceClient,
  { method, path }: Operation,
  request: OperationRequest & CallOptions & { signal?: AbortSignal },
): Promise<unknown> {
  return unwrap((client as unknown as UntypedClient).request(method.toLowerCase(), path, request));
}
