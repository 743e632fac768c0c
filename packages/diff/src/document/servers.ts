// Compares lists of servers. The first one counts: it is the client's base URL.
import { isObject, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { canonical, showList } from '../words.ts';
import { type Both, type Context, compareProse, type Spot, tell } from './scope.ts';

type Holder = Both['before'];

export function compareServers(context: Context, spot: Spot, before: Holder, after: Holder): void {
  const [old, now] = [serversOf(before.value.servers), serversOf(after.value.servers)];
  const pointer = child(after.pointer, 'servers');
  const gone = old.filter(({ key }) => !now.some((server) => server.key === key));
  const words = `servers ${showList(old.map(({ url }) => url))} → ${showList(now.map(({ url }) => url))}`;
  if (gone.length > 0 || old[0]?.key !== now[0]?.key) tell(context, spot, 'server-changed', pointer, words);
  else if (now.length > old.length) tell(context, spot, 'server-added', pointer, words);
  for (const [index, server] of now.entries()) {
    const counterpart = old.find(({ key }) => key === server.key);
    if (!counterpart) continue;
    const both = {
      before: holder(counterpart.value, pointer, index),
      after: holder(server.value, pointer, index),
    };
    compareProse(context, spot, both, ['url', 'variables']);
  }
}

function serversOf(servers: Json | undefined) {
  const list = Array.isArray(servers) && servers.length > 0 ? servers.filter(isObject) : [{ url: '/' }];
  return list.map((value) => {
    const url = String(value.url).replace(/\/+$/, '') || '/';
    return { url, value, key: canonical([url, 'variables' in value ? (value.variables ?? null) : null]) };
  });
}

function holder(value: Holder['value'], pointer: string, index: number): Holder {
  return { value, pointer: child(pointer, index) };
}
