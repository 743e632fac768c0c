// The program inside a Worker, on the runtime that Cloudflare runs Workers with.
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import { addSources } from '../consumer.ts';
import type { Context } from '../context.ts';
import { firstAnswer, freePort } from '../free-port.ts';
import { runOk, serve } from '../processes.ts';
import { checkPrinted } from '../readme.ts';
import type { TestCase } from '../test-case.ts';

export function workerdCases(context: Context): TestCase[] {
  return [
    {
      kind: 'run',
      name: 'workerd',
      run: async () => {
        const executable = context.peers.runtime('workerd');
        const directory = addSources(context, join(context.project, 'workerd'), 'workerd');
        const options = { cwd: directory, env: context.sandbox.env };
        await bundle(context, directory, 'worker.js');
        const address = `127.0.0.1:${await freePort()}`;
        const server = serve(executable, ['serve', `--socket-addr=http=${address}`, 'config.capnp'], options);
        const answer = await firstAnswer(`http://${address}/`, server.output);
        checkPrinted(await answer.text());
        await server.end('SIGTERM');
        return (await runOk(executable, ['--version'], options)).trim();
      },
    },
  ];
}
