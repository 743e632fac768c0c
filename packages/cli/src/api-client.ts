// The client, by what the environment says.
import { type AgentSourceClient, type ClientOptions, createClient, UsageError } from '@agentsource/client';
import { type LogLevel, logHooks } from '@agentsource/client/log';
import { CommandError, EXIT } from './exit-codes.ts';
import { API_KEY_VARIABLE, DEFAULT_BASE_URL } from './generated/operations.ts';
import type { Terminal } from './terminal.ts';

export const BASE_URL_VARIABLE = 'EXPLORIUM_BASE_URL';

export interface ClientSettings extends Pick<ClientOptions, 'throttle' | 'fetch'> {
  /** What is told of requests; default nothing. */
  log?: LogLevel | undefined;
}

/** @throws {CommandError} without a key, or where the base URL is none. */
export function apiClient(terminal: Terminal, settings: ClientSettings = {}): AgentSourceClient {
  return clientWithKey(apiKey(terminal), terminal, settings);
}

/** @throws {CommandError} where there is none that can be sent. */
export function apiKey({ env }: Terminal): string {
  const key = env[API_KEY_VARIABLE];
  if (!key) throw new CommandError(`no API key: set ${API_KEY_VARIABLE} in the environment`, EXIT.key);
  if (/[^!-~]/.test(key)) {
    const what = 'has a space, a line break or a character that no key has';
    throw new CommandError(`the API key in ${API_KEY_VARIABLE} ${what}`, EXIT.key);
  }
  return key;
}

/** The server that is called, however it is spelled; of a URL that the client has taken. */
export function baseUrlOf({ env }: Terminal): string {
  return new URL(env[BASE_URL_VARIABLE] || DEFAULT_BASE_URL).href.replace(/\/+$/, '');
}

export function clientWithKey(
  key: string,
  terminal: Terminal,
  { log, throttle, fetch }: ClientSettings = {},
): AgentSourceClient {
  const write = (line: string) => terminal.say(line);
  const baseUrl = terminal.env[BASE_URL_VARIABLE] || undefined;
  try {
    return createClient({
      apiKey: key,
      baseUrl,
      ...(log ? logHooks({ level: log, write, throttle, fetch }) : { throttle, fetch }),
    });
  } catch (error) {
    if (!(error instanceof UsageError) || baseUrl === undefined) throw error;
    throw new CommandError(
      `${BASE_URL_VARIABLE} must be an https URL, or http: on this machine, without credentials, query and fragment`,
    );
  }
}
