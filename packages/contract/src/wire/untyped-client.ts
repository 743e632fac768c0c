// The one place where the client's types are loosened: the suite calls every operation by method and path.
import { createClient } from '@agentsource/client';

interface UntypedResult {
  data?: unknown;
  error?: unknown;
}

export interface UntypedClient {
  request(method: string, path: string, options: object): Promise<UntypedResult>;
}

/** The client under test, without retries: a case is one request. */
export function createUntypedClient(baseUrl: string, apiKey: string, observe: typeof fetch): UntypedClient {
  return createClient({ apiKey, baseUrl, fetch: observe, retry: false }) as unknown as UntypedClient;
}
