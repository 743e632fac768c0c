// The README's route in a Next application, which is built without the secret and served with it; and pages of the older kind.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../context.ts';
import { checkReceiver, deliver, SECRET } from '../deliveries.ts';
import { firstAnswer, freePort } from '../free-port.ts';
import { runOk, serve } from '../processes.ts';
import { installed, projectOf } from '../recipe-project.ts';
import { recipeOf } from '../recipes.ts';
import type { TestCase } from '../test-case.ts';

const ROUTE = 'app/webhook/route.ts';

export function nextCase(context: Context): TestCase {
  return {
    kind: 'recipes',
    name: 'Next',
    run: async () => {
      const directory = await projectOf(context, 'next');
      mkdirSync(dirname(join(directory, ROUTE)), { recursive: true });
      writeFileSync(join(directory, ROUTE), recipeOf(ROUTE));
      const next = join(directory, 'node_modules', 'next', 'dist', 'bin', 'next');
      const env = { ...context.sandbox.env, NEXT_TELEMETRY_DISABLED: '1' };
      await runOk(process.execPath, [next, 'build'], { cwd: directory, env });
      const port = await freePort();
      const started = { ...env, EXPLORIUM_WEBHOOK_SECRET: SECRET };
      const args = [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)];
      const server = serve(process.execPath, args, { cwd: directory, env: started });
      const url = `http://127.0.0.1:${port}`;
      await firstAnswer(`${url}/webhook`, server.output);
      await checkReceiver(`${url}/webhook`, server.output);
      await checkReceiver(`${url}/api/webhook`, server.output);
      const parsed = await deliver(`${url}/api/parsed`);
      if (parsed !== '500 failed') throw new Error(`where Next parsed the body: ${parsed}`);
      await server.printed(/Next's pages: export const config = \{ api: \{ bodyParser: false \} \}/);
      await server.end('SIGTERM');
      return installed(directory, 'next', 'react');
    },
  };
}
