// The program inside a Worker, on the runtime that Cloudflare runs Workers with.
import { join } from 'node:path';
import { bundle } from '../bundle.ts';
import type { Cell } from '../cell.ts';
import { addSources } from '../consumer.ts';
import { firstAnswer, freePort } from '../free-port.ts';
import { runOk, serve } from '../processes.ts';
import { checkPrinted } from '../readme.ts';
import type { World } from '../world.ts';

export function workerdCells(world: World): Cell[] {
  return [
    {
      kind: 'run',
      name: 'workerd',
      run: async () => {
        const executable = world.peers.runtime('workerd');
        const directory = addSources(world, join(world.project, 'workerd'), 'workerd');
        const options = { cwd: directory, env: world.stranger.env };
        await bundle(world, directory, 'worker.js');
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
