// A client of the operations of document.ts, without their types.
import { declarationsOf } from '@agentsource/codegen/declarations';
import { clientOf } from '../../src/client.ts';
import type { CallFacts, ClientOptions } from '../../src/index.ts';
import type { Declarations } from '../../src/transport/declared.ts';
import { declaredCalls } from '../../src/transport/declared-calls.ts';
import { KEY } from '../support/call.ts';
import { document } from './document.ts';

const DECLARED = declaredCalls(declarationsOf(document, 'https://api.example') as Declarations);

type Call = (
  path: string,
  init?: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response } & CallFacts>;

export function untypedClient(
  baseUrl: string,
  options: ClientOptions = {},
): Record<'GET' | 'HEAD' | 'POST', Call> {
  const retry = options.retry ?? { baseDelay: 1 };
  const client = clientOf({ apiKey: KEY, baseUrl, ...options, retry }, DECLARED);
  return client as unknown as Record<'GET' | 'HEAD' | 'POST', Call>;
}
