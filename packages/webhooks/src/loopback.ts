// Entry point `@agentsource/webhooks/loopback`: whether a URL stays on this machine. Whatever sends events unasked, the command here
// and the mock, sends them nowhere else.

/**
 * Whether the URL's host is this machine: `localhost`, 127.0.0.0/8 or `[::1]`, as `new URL` spells them.
 *
 * ```ts
 * import { isLoopback } from '@agentsource/webhooks/loopback';
 *
 * console.log(isLoopback(new URL('http://127.1:3000/'))); // true
 * console.log(isLoopback(new URL('http://127.0.0.1.example.com/'))); // false
 * ```
 */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
