// `agentsource listen`: receives deliveries on a port of this machine, verifies them, and prints the events as they come.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebhookEvent, WebhookVerificationError } from '@agentsource/webhooks';
import { nodeHandler } from '@agentsource/webhooks/node';
import { sign } from '@agentsource/webhooks/testing';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CommandError, EXIT } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { forwarder } from './forward.ts';
import { eventLine } from './line.ts';

const SECRET_VARIABLE = 'EXPLORIUM_WEBHOOK_SECRET';
const DEFAULT_PORT = 3000;

interface Options {
  port: number;
  host: string;
  forwardTo?: URL;
  format?: 'table' | 'ndjson';
}

export function addListen(program: Command, terminal: Terminal, finish: (exitCode: number) => void): void {
  program
    .command('listen')
    .summary('receive webhook deliveries and print them')
    .description(
      `Receive webhook deliveries on this machine, verify them by ${SECRET_VARIABLE}, and print their events as they come.\n\n` +
        'The service delivers to a public https address: a tunnel to this port is yours to open, and its address to register ' +
        'with add-webhook.',
    )
    .option(
      '--port <number>',
      `port to listen on; 0 picks a free one (default: ${DEFAULT_PORT})`,
      portOf,
      DEFAULT_PORT,
    )
    .option('--host <address>', 'address to listen on (default: 127.0.0.1)', '127.0.0.1')
    .option('--forward-to <url>', 'sign each event anew and send it on to this receiver', urlOf)
    .addOption(
      new Option('--format <format>', 'table (on a terminal) or ndjson (elsewhere)').choices([
        'table',
        'ndjson',
      ]),
    )
    .action(async (options: Options) => finish(await listen(options, terminal)));
}

async function listen({ port, host, forwardTo, format }: Options, terminal: Terminal): Promise<number> {
  const secret = terminal.env[SECRET_VARIABLE];
  if (!secret) {
    throw new CommandError(`no webhook secret: set ${SECRET_VARIABLE}; get-webhook and add-webhook show it`);
  }
  await checkSecret(secret);
  const forward = forwardTo && forwarder(forwardTo, secret);
  const isTable = (format ?? (terminal.isInteractive ? 'table' : 'ndjson')) === 'table';
  const receive = nodeHandler({
    secret,
    async onEvent(event: WebhookEvent, { signal }) {
      terminal.print(isTable ? eventLine(event, terminal.width) : `${JSON.stringify(event)}\n`);
      await forward?.(event, signal);
    },
    onError(error) {
      const { message } = error as Error;
      terminal.say(error instanceof WebhookVerificationError ? `refused a delivery: ${message}` : message);
    },
  });
  const server = createServer(receive);
  await listening(server, port, host);
  const { port: bound } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  terminal.say(
    `Listening on http://${shown}:${bound}/; the public address that leads here is yours to make. Ctrl-C ends it.`,
  );
  await new Promise<void>((resolve) => terminal.onInterrupt(resolve));
  server.close();
  server.closeAllConnections();
  return EXIT.interrupted;
}

/** By using it once; otherwise the first delivery would tell. @throws {CommandError} */
async function checkSecret(secret: string): Promise<void> {
  try {
    await sign('', secret);
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    throw new CommandError(`${SECRET_VARIABLE}: ${error.message}`);
  }
}

async function listening(server: Server, port: number, host: string): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? 'something listens there already' : code;
    throw new CommandError(`can't listen on ${host}:${port}: ${why}`);
  }
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new InvalidArgumentError('It must be an http or https URL.');
}
