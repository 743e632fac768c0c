// What the published entry points may weigh, minified and gzipped with everything that they import. `pnpm size` shows it, and
// test/size.test.ts holds the budgets and what the READMEs say. Measured by esbuild, as the bench measures the peers.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check } from 'size-limit';

/** What is used here of an esbuild plugin. */
interface Build {
  onLoad(options: { filter: RegExp }, load: (file: { path: string }) => object): void;
}

const measured = { gzip: true } as const;

/** Measures as for a document of JSON alone, or of more: which of them it is, nobody here decides. */
function declaring(declared: 'json' | 'more'): Pick<Check, 'modifyEsbuildConfig'> {
  const contents = {
    json: 'export const declaredCalls = null, DECLARATIONS = {};',
    more: "export { declaredCalls } from '../transport/declared-calls.js'; export const DECLARATIONS = {};",
  }[declared];
  const setup = ({ onLoad }: Build): void =>
    onLoad({ filter: /generated.declarations\.js$/ }, ({ path }) => ({
      contents,
      resolveDir: dirname(path),
    }));
  return {
    modifyEsbuildConfig: (config) => ({ ...config, plugins: [{ name: 'declarations', setup }] }) as never,
  };
}

/** All that an entry point exports. */
function entryPoint(name: string, limit?: string): Check {
  const path = fileURLToPath(import.meta.resolve(name));
  return { ...measured, name, path, import: '*', ...(limit && { limit }) };
}

/** Some of the functions of operations, and what they need. */
function functions(name: string, names: string[], limit?: string): Check {
  const check = entryPoint('@agentsource/client/operations', limit);
  return { ...check, name, import: `{ ${names.join(', ')} }` };
}

const call = { ...measured, import: '{ createCall }' };
const clientCall = { ...call, path: 'peers/agentsource.js' };

const checks: Check[] = [
  { ...clientCall, ...declaring('json'), name: 'createClient and a call', limit: '8 kB' },
  { ...clientCall, ...declaring('more'), name: 'the same for other than JSON', limit: '9.1 kB' },
  { ...call, name: 'openapi-fetch and a call', path: 'peers/openapi-fetch.js' },
  { ...entryPoint('@agentsource/client', '9.3 kB'), ...declaring('json') },
  entryPoint('@agentsource/client/enroll', '6.2 kB'),
  entryPoint('@agentsource/client/log', '2 kB'),
  // What is generated grows with the document, which nobody here decides; what is ours is the rest.
  entryPoint('@agentsource/client/enums'),
  entryPoint('@agentsource/client/operations'),
  functions('one operation', ['addProspectsEnrollments'], '1.6 kB'),
  functions('two operations', ['addProspectsEnrollments', 'updateProspectsEnrollments']),
  functions('three operations', ['addProspectsEnrollments', 'updateProspectsEnrollments', 'getWebhook']),
  entryPoint('@agentsource/client/validate'),
  {
    ...entryPoint('@agentsource/client/validate', '2.3 kB'),
    name: '@agentsource/client/validate, without the generated checks',
    ignore: ['*/generated/validators.js'],
  },
  entryPoint('@agentsource/client/fastapi', '1.4 kB'),
  entryPoint('@agentsource/types', '0.1 kB'),
  entryPoint('@agentsource/webhooks', '3.5 kB'),
  entryPoint('@agentsource/webhooks/loopback', '0.3 kB'),
  entryPoint('@agentsource/webhooks/node', '4 kB'),
  entryPoint('@agentsource/webhooks/testing', '1.5 kB'),
];

export default checks;
