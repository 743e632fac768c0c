// What browsers ask before they let a page of another origin call the mock, and read what it answers.
import type { IncomingMessage } from 'node:http';

/** Scripts in a browser may read every header of every answer, from any origin; what they may do is asked elsewhere. */
export function corsHeaders(headers: Record<string, string>): Record<string, string> {
  const exposed = Object.keys(headers).join(', ');
  return { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };
}

export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && 'access-control-request-method' in headers;
}

export function preflightHeaders({ headers }: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': headers['access-control-request-method'] ?? '',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': '600',
  };
}
