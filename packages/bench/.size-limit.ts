// What the published entry points may weigh, minified and gzipped with everything that they import. `pnpm size` shows it, and
// test/size.test.ts holds the budgets and what the READMEs say. Measured by esbuild, as the bench measures the peers.
import { fileURLToPath } from 'node:url';
import type { Check } from 'size-limit';

const measured = { gzip: true } as const;

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

const checks: Check[] = [
  { ...call, name: 'createClient and a call', path: 'peers/agentsource.js', limit: '8 kB' },
  { ...call, name: 'openapi-fetch and a call', path: 'peers/openapi-fetch.js' },
  entryPoint('@agentsource/client', '9.3 kB'),
  entryPoint('@agentsource/client/enroll', '4.5 kB'),
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
  entryPoint('@agentsource/webhooks', '3 kB'),
  entryPoint('@agentsource/webhooks/loopback', '0.3 kB'),
  entryPoint('@agentsource/webhooks/testing', '1.5 kB'),
];

export default checks;
