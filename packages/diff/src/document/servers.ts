// Compares lists of servers. The first one counts: it is the client's base URL.
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import { canonical, show, showList } from '../words.ts';
import { compareProse, type Pair, report, type Scope } from './scope.ts';

interface Server {
  url: string;
  value: JsonObject;
  /** Equal for servers that are one: the names of variables don't matter to the address. */
  key: string;
  /** In the order of the address. */
  variables: { name: string; value: JsonObject }[];
}

/** The `servers` of two objects. */
export function compareServers(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [serversOf(before.value.servers), serversOf(after.value.servers)];
  const pointer = child(after.pointer, 'servers');
  const gone = old.filter(({ key }) => !now.some((server) => server.key === key));
  const words = `servers ${showList(old.map(({ url }) => url))} → ${showList(now.map(({ url }) => url))}`;
  if (gone.length > 0 || old[0]?.key !== now[0]?.key) {
    report(scope, { kind: 'server-changed', pointer, words });
  } else if (now.some(({ key }) => !old.some((server) => server.key === key))) {
    report(scope, { kind: 'server-added', pointer, words });
  }
  for (const [index, server] of now.entries()) {
    const counterpart = old.find(({ key }) => key === server.key);
    if (counterpart) compareServer(scope, child(pointer, index), { before: counterpart, after: server });
  }
}

function compareServer(
  scope: Scope,
  pointer: string,
  { before, after }: { before: Server; after: Server },
): void {
  for (const [index, { name, value }] of after.variables.entries()) {
    const counterpart = before.variables[index]?.value ?? {};
    const at = child(child(pointer, 'variables'), name);
    const what = `variable ${code(name)} of server ${code(after.url)}`;
    compareVariable(scope, { what, pointer: at, before: counterpart, after: value });
  }
  // What stands in no address changes none.
  const prose = ({ value, variables }: Server) => {
    const used = new Set(variables.map(({ name }) => name));
    const others = entriesOf(value.variables).filter(([name]) => !used.has(name));
    return { ...value, variables: others.length > 0 ? Object.fromEntries(others) : null };
  };
  const pair = { before: { value: prose(before), pointer }, after: { value: prose(after), pointer } };
  compareProse(scope, pair, ['url']);
}

interface VariablePair {
  what: string;
  pointer: string;
  before: JsonObject;
  after: JsonObject;
}

function compareVariable(scope: Scope, { what, pointer, before, after }: VariablePair): void {
  if (before.default !== after.default) {
    const words = `${what}: \`default\` ${show(before.default)} → ${show(after.default)}`;
    report(scope, { kind: 'server-changed', pointer: child(pointer, 'default'), words });
  }
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const gone = now ? (old ?? []).filter((value) => !now.includes(value)) : [];
  const added = old ? (now ?? []).filter((value) => !old.includes(value)) : [];
  const at = child(pointer, 'enum');
  const tell = (kind: 'server-value-added' | 'server-value-removed', words: string) =>
    report(scope, { kind, pointer: at, words: `${what}: ${words}` });
  if (!old && now) tell('server-value-removed', `any value → ${showList(now)}`);
  if (gone.length > 0) tell('server-value-removed', `value ${showList(gone)} removed`);
  if (old && !now) tell('server-value-added', `${showList(old)} → any value`);
  if (added.length > 0) tell('server-value-added', `value ${showList(added)} added`);
  compareProse(
    scope,
    { before: { value: before, pointer }, after: { value: after, pointer } },
    ['default', 'enum'],
    what,
  );
}

function valuesOf(variable: JsonObject): Json[] | undefined {
  return Array.isArray(variable.enum) && variable.enum.length > 0 ? variable.enum : undefined;
}

function serversOf(servers: Json | undefined): Server[] {
  const list = itemsOf(servers).filter(isObject);
  return (list.length > 0 ? list : [{ url: '/' }]).map((value: JsonObject) => {
    const url = String(value.url).replace(/\/+$/, '') || '/';
    const declared = isObject(value.variables) ? value.variables : {};
    const names = [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
    const variables = names.map((name) => {
      const variable = Object.hasOwn(declared, name) ? declared[name] : undefined;
      return { name, value: isObject(variable) ? variable : {} };
    });
    return { url, value, key: canonical(url.replaceAll(/\{[^{}]+\}/g, '{}')), variables };
  });
}
