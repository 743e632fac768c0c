// What may be wrong between this machine and the service: one check a thing, each with what to do.
import { type AgentSourceClient, isExploriumError } from '@agentsource/client';
import { apiKey, BASE_URL_VARIABLE, clientWithKey } from '../api-client.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-codes.ts';
import { API_KEY_VARIABLE } from '../generated/operations.ts';
import type { Terminal } from '../terminal.ts';
import { packageVersion } from '../version.ts';

export interface Finding {
  check: 'version' | 'key' | 'network' | 'clock';
  result: 'ok' | 'warning' | 'problem' | 'not checked';
  detail: string;
}

/** Seconds; by more than that genuine deliveries are refused, here and by the vendor's own receiver. */
const TOLERATED = 300;
/** Seconds from which on a clock is worth a word. */
const NOTICEABLE = 5;
const TIMEOUT = 15_000;

export async function findings(terminal: Terminal): Promise<{ found: Finding[]; exitCode: ExitCode }> {
  const version = versionFinding();
  let key: string;
  try {
    key = apiKey(terminal);
  } catch (error) {
    const found: Finding[] = [version, { check: 'key', result: 'problem', detail: (error as Error).message }];
    return { found, exitCode: EXIT.key };
  }
  const asked = await ask(clientWithKey(key, terminal));
  const found = [version, keyFinding(asked, key), networkFinding(asked, terminal), clockFinding(asked)];
  const isWrong = found.some(({ result }) => result === 'problem');
  return { found, exitCode: asked.exitCode || (isWrong ? EXIT.refused : EXIT.done) };
}

interface Asked {
  status?: number;
  /** What the service said of the time, in milliseconds since 1970, less our own. */
  ahead?: number;
  milliseconds: number;
  message: string;
  cause?: string;
  exitCode: ExitCode;
}

/** One request that changes nothing. */
async function ask(client: AgentSourceClient): Promise<Asked> {
  const started = performance.now();
  try {
    const options = { retry: false, timeout: TIMEOUT } as const;
    const { response, error } = await client.GET('/v1/prospects/events/enrollments', options);
    const milliseconds = Math.round(performance.now() - started);
    const date = Date.parse(response.headers.get('Date') ?? '');
    return {
      status: response.status,
      ...(!Number.isNaN(date) && { ahead: date - Date.now() }),
      milliseconds,
      message: error === undefined ? '' : `the service answered ${response.status}`,
      exitCode: exitCodeOfStatus(response.status),
    };
  } catch (error) {
    const cause = isExploriumError(error)
      ? (error.cause as { code?: string; cause?: { code?: string } })
      : undefined;
    const code = cause?.code ?? cause?.cause?.code;
    const { message } = error as Error;
    return {
      milliseconds: 0,
      message,
      ...(code !== undefined && { cause: code }),
      exitCode: exitCodeOf(error),
    };
  }
}

function exitCodeOfStatus(status: number): ExitCode {
  if (status === 401) return EXIT.key;
  if (status === 429) return EXIT.rateLimit;
  return status < 300 ? EXIT.done : EXIT.refused;
}

function versionFinding(): Finding {
  const detail = `agentsource ${packageVersion()} on Node ${process.versions.node}`;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < 20 || (major === 20 && minor < 3);
  return isOld
    ? { check: 'version', result: 'problem', detail: `${detail}: Node 20.3 or newer is needed` }
    : { check: 'version', result: 'ok', detail };
}

function keyFinding({ status }: Asked, key: string): Finding {
  const check = 'key';
  const length = `${API_KEY_VARIABLE} has ${key.length} characters`;
  if (status === undefined) return { check, result: 'not checked', detail: length };
  const isQuoted = /^["'].*["']$/.test(key);
  if (status === 401) {
    const why = isQuoted
      ? 'it stands between quotes, which are not part of it'
      : 'is it whole, and not revoked?';
    return { check, result: 'problem', detail: `${length}, and is not recognised: ${why}` };
  }
  if (status === 403)
    return { check, result: 'warning', detail: `${length}; it may not do this, or is out of credits` };
  if (status === 429)
    return { check, result: 'warning', detail: `${length}; its rate limit is used up at the moment` };
  return { check, result: 'ok', detail: status < 300 ? `${length}, and is recognised` : length };
}

const CAUSES: Record<string, string> = {
  ENOTFOUND: 'no such host: is there a network, and is the name right?',
  EAI_AGAIN: 'names are not resolved at the moment: is there a network?',
  ECONNREFUSED: 'nothing listens there',
  ETIMEDOUT: 'nothing answers there: a firewall?',
  UND_ERR_CONNECT_TIMEOUT: 'nothing answers there: a firewall?',
  SELF_SIGNED_CERT_IN_CHAIN:
    'something in between has a certificate of its own: name it in NODE_EXTRA_CA_CERTS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'something in between has a certificate of its own: name it in NODE_EXTRA_CA_CERTS',
};

function networkFinding({ status, milliseconds, message, cause = '' }: Asked, { env }: Terminal): Finding {
  const check = 'network';
  const where = env[BASE_URL_VARIABLE] ? ` (${BASE_URL_VARIABLE} is set)` : '';
  if (status === undefined) {
    const proxy =
      env.HTTPS_PROXY || env.https_proxy
        ? '; HTTPS_PROXY is set, which Node follows only with NODE_USE_ENV_PROXY=1'
        : '';
    return { check, result: 'problem', detail: `${CAUSES[cause] ?? message}${where}${proxy}` };
  }
  if (status >= 500)
    return { check, result: 'warning', detail: `${message} after ${milliseconds} ms${where}` };
  return { check, result: 'ok', detail: `answered ${status} after ${milliseconds} ms${where}` };
}

function clockFinding({ ahead }: Asked): Finding {
  const check = 'clock';
  if (ahead === undefined)
    return { check, result: 'not checked', detail: 'the service did not say the time' };
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const detail = `${seconds} s ${ahead > 0 ? 'behind' : 'ahead of'} the service's`;
  if (seconds <= NOTICEABLE) return { check, result: 'ok', detail: 'agrees with the service' };
  if (seconds <= TOLERATED) return { check, result: 'warning', detail };
  return {
    check,
    result: 'problem',
    detail: `${detail}: genuine webhook deliveries are refused; set it right`,
  };
}
