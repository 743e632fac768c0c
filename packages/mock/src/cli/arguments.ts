// The command's options: what they are, and what they say.
import { parseArgs } from 'node:util';
import type { MockOptions } from '../options.ts';

export const HELP = `Usage: agentsource-mock [options]

A mock of Explorium's AgentSource API: validates each request against the OpenAPI document and answers from it.

Options:
  --port <number>  port to listen on (default 4010; 0 picks a free one)
  --host <address> address to listen on (default 127.0.0.1)
  --spec <file>    OpenAPI document to serve, YAML or JSON (default: the one this package was made from)
  --stateful       remember enrollments and webhooks: what is added is listed, changed and ended
  --seed <file>    enrollments and webhooks to remember from the beginning, YAML or JSON; implies --stateful
  --rate-limit <requests>[/<seconds>]
                   count the requests of each key, and answer 429 to those beyond (seconds: default 60)
  --latency <ms>[-<ms>]
                   milliseconds that each answer takes, or from how many to how many
  --texts <kind>   of drawn values: plausible (default), or any that the schema allows
  --webhook-url <url>
                   deliver signed events to this receiver as prospects are enrolled; implies --stateful
  --webhook-secret <secret>
                   what signs them, base64url; better in the environment variable EXPLORIUM_WEBHOOK_SECRET
                   (default: one that is the same each time, and printed)
  --control-token <token>
                   what /__mock/ wants as a bearer token (default: none, and then it is there on a loopback address only)
  --config <file>  all of these by their names in startMock(), YAML or JSON, and answers to give; flags come first
  --quiet          no line for each request and delivery
  --json           each line as JSON
  --help           show this help
  --version        show the version

A request chooses its answer by the header Prefer:
  Prefer: code=429                             the documented answer with that status
  Prefer: code=429, example=rateLimitExceeded  that example of it
  Prefer: dynamic=true                         generated values instead of the example

A test chooses it by POST /__mock/answers { "operation": "GET /v1/…", "status": 503, "times": 2 }, and asks what was sent
by GET /__mock/requests; POST /__mock/reset forgets both.

It wants a key in the header api_key, but takes any. Ctrl-C stops it.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  port: text,
  host: text,
  spec: text,
  stateful: flag,
  seed: text,
  'rate-limit': text,
  latency: text,
  texts: text,
  'webhook-url': text,
  'webhook-secret': text,
  'control-token': text,
  config: text,
  quiet: flag,
  json: flag,
  help: { ...flag, short: 'h' },
  version: { ...flag, short: 'v' },
} as const;
export type Arguments = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** @throws {Error} on an option that there isn't, or that can't be read. */
export function readArguments(argv: string[]): Arguments {
  const { values } = parseArgs({ args: argv, options });
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
    throw new Error(`--port takes a number, not "${values.port}"`);
  }
  rateLimitOf(values);
  latencyOf(values);
  return values;
}

export function rateLimitOf({ 'rate-limit': given }: Arguments): MockOptions['rateLimit'] {
  if (given === undefined) return undefined;
  const [, limit, seconds = '60'] = /^(\d+)(?:\/(\d+(?:\.\d+)?)s?)?$/.exec(given) ?? [];
  if (limit === undefined)
    throw new Error(`--rate-limit takes requests and seconds, such as 200/60, not "${given}"`);
  return { limit: Number(limit), window: Number(seconds) * 1000 };
}

export function latencyOf({ latency: given }: Arguments): MockOptions['latency'] {
  if (given === undefined) return undefined;
  const [, min, max = min] = /^(\d+)(?:-(\d+))?$/.exec(given) ?? [];
  if (min === undefined)
    throw new Error(`--latency takes milliseconds, such as 100 or 50-200, not "${given}"`);
  return { min: Number(min), max: Number(max) };
}
