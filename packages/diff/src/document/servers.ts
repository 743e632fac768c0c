// Compares lists of servers. The first one counts: it is the client's base URL.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { canonical, showList } from '../words.ts';
import { compareProse, type Pair, report, type Scope } from './scope.ts';

/** The `servers` of two objects. */
export function compareServers(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [serversOf(before.value.servers), serversOf(after.value.servers)];
  const pointer = child(after.pointer, 'servers');
  const gone = old.filter(({ key }) => !now.some((server) => server.key === key));
  const words = `servers ${showList(old.map(({ url }) => url))} → ${showList(now.map(({ url }) => url))}`;
  if (gone.length > 0 || old[0]?.key !== now[0]?.key) {
    report(scope, { kind: 'server-changed', pointer, words });
  } else if (now.length > old.length) report(scope, { kind: 'server-added', pointer, words });
  for (const [index, { key, value }] of now.entries()) {
    const counterpart = old.find((server) => server.key === key);
    if (!counterpart) continue;
    const at = child(pointer, index);
    const pair = { before: { value: counterpart.value, pointer: at }, after: { value, pointer: at } };
    compareProse(scope, pair, ['url', 'variables']);
  }
}

interface Server {
  url: string;
  value: JsonObject;
  /** Equal for servers that are one. */
  key: string;
}

function serversOf(servers: Json | undefined): Server[] {
  const list = Array.isArray(servers) && servers.length > 0 ? servers.filter(isObject) : [{ url: '/' }];
  return list.map((value: JsonObject) => {
    const url = String(value.url).replace(/\/+$/, '') || '/';
    return { url, value, key: canonical([url, value.variables ?? null]) };
  });
}
