// What of a request is kept to itself: whatever proves who sent it.
import type { Operation } from '../declared/operations.ts';
import { isObject, type JsonObject } from '../json.ts';

/** Headers, parameters and members that are secrets by their name, whatever document they belong to. */
const HEADER =
  /^(?:authorization|proxy-authorization|cookie|set-cookie)$|(?:^|[-_])(?:api[-_]?key|token|secret|password)$/i;
const MEMBER = /(?:^|[-_])(?:secret|password|passwd|api_?key|access_token|refresh_token)$/i;

export class Secrets {
  readonly #headers: ReadonlySet<string>;
  readonly #queries: ReadonlySet<string>;

  constructor(operations: readonly Operation[]) {
    const schemes = operations.flatMap(({ security }) => security.flat());
    const named = (place: string) =>
      schemes.filter((scheme) => scheme.in === place).map(({ name }) => String(name));
    this.#headers = new Set(named('header').map((name) => name.toLowerCase()));
    this.#queries = new Set(named('query'));
  }

  withoutHeaders(headers: Record<string, string>): Record<string, string> {
    return without(headers, (name) => this.#headers.has(name.toLowerCase()) || HEADER.test(name));
  }

  withoutQuery<T>(query: Record<string, T>): Record<string, T> {
    return without(query, (name) => this.#queries.has(name) || MEMBER.test(name));
  }

  withoutMembers(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.withoutMembers(item));
    if (!isObject(value)) return value;
    const kept: JsonObject = without(value, (name) => MEMBER.test(name));
    return Object.fromEntries(
      Object.entries(kept).map(([name, inner]) => [name, this.withoutMembers(inner)]),
    );
  }
}

function without<T>(object: Record<string, T>, isSecret: (name: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !isSecret(name)));
}
