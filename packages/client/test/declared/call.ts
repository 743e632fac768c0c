// A client of the operations of document.ts, without their types.
import type { CallFacts, ClientOptions } from '../../src/index.ts';
import { testClient } from '../support/call.ts';

type Call = (
  path: string,
  init?: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response } & CallFacts>;

export function untypedClient(
  url: string,
  options: ClientOptions = {},
): Record<'GET' | 'HEAD' | 'POST', Call> {
  return testClient(url, options) as unknown as Record<'GET' | 'HEAD' | 'POST', Call>;
}
