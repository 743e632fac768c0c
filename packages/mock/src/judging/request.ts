// A request as it is judged.

export interface MockRequest {
  /** In lower case. */
  method: string;
  /** As in the request line. */
  path: string;
  /** As in the request line, without its question mark. */
  query: string;
  /** By name in lower case. */
  headers: Record<string, string>;
  bytes: Uint8Array;
  /** What the bytes say, where they are JSON; undefined where they aren't, and for none. */
  json?: unknown;
}
