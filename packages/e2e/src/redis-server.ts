// A Redis of our own on loopback, which a test may kill and start again with what it had written.
import { spawnSync } from 'node:child_process';
import { freePort } from './free-port.ts';
import { type Running, serve } from './processes.ts';
import { Unavailable } from './test-case.ts';

export interface RedisServer {
  port: number;
  version: string;
  /** As when its machine loses power. */
  kill(): Promise<void>;
  /** On the same port, with what it had written. */
  restart(): Promise<void>;
}

/** Throws `Unavailable` where there is none. */
export async function startRedis(directory: string): Promise<RedisServer> {
  const { status, stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  if (status !== 0)
    throw new Unavailable('no redis-server on the PATH; on Debian: apt-get install redis-server');
  const port = await freePort();
  const start = async (): Promise<Running> => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', ''];
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always'];
    const server = serve('redis-server', [...args, ...durable], {
      cwd: directory,
      env: { PATH: process.env.PATH },
    });
    await server.printed(/Ready to accept connections/);
    return server;
  };
  let running = await start();
  return {
    port,
    version: `Redis ${/v=([\d.]+)/.exec(stdout)?.[1]}`,
    kill: () => running.end('SIGKILL'),
    restart: async () => {
      running = await start();
    },
  };
}
