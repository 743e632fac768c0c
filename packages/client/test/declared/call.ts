// A client of the operations of document.ts, without their types.
import { declarationsOf } from '@agentsource/codegen/declarations';
import { DECLARATIONS } from '../../src/generated/declarations.ts';
import type { CallFacts, ClientOptions } from '../../src/index.ts';
import { testClient } from '../support/call.ts';
import { document } from './document.ts';

// Beside what is generated, under paths that no other test calls.
Object.assign(DECLARATIONS, declarationsOf(document, 'https://api.example'));

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
