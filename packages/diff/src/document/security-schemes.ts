// Compares what security schemes say beside what is sent, and those that no operation uses.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { operationsOf } from '@agentsource/openapi/walk';
import { componentMap, componentPointer } from '../components.ts';
import { rootField } from '../field.ts';
import { canonical } from '../words.ts';
import { compareProse, locate, report, type Scope } from './scope.ts';
import { wireForm } from './security.ts';

const SENT = ['type', 'name', 'in', 'scheme'];
const URLS = ['flows', 'openIdConnectUrl'];

export function compareSchemes(scope: Scope): void {
  const [old, now] = [schemesOf(scope.before), schemesOf(scope.after)];
  const [wasUsed, isUsed] = [usedSchemes(scope.before), usedSchemes(scope.after)];
  for (const [name, scheme] of now) {
    const own = { ...scope, field: rootField(`securitySchemes.${name}`) };
    const counterpart = old.get(name) ?? sameOnTheWire(scope, name, { old, now });
    if (counterpart)
      compareScheme(own, { name, before: counterpart, after: scheme, isUsed: isUsed.has(name) });
    else if (!isUsed.has(name)) tellUnused(own, scheme, 'added');
  }
  for (const [name, scheme] of old) {
    if (now.has(name) || wasUsed.has(name)) continue;
    const isRenamed = [...now.keys()].some(
      (other) => !old.has(other) && wireForm(scope.after, other).key === wireForm(scope.before, name).key,
    );
    if (!isRenamed) tellUnused({ ...scope, field: rootField(`securitySchemes.${name}`) }, scheme, 'removed');
  }
}

function tellUnused(scope: Scope, { pointer }: Located, what: string): void {
  report(scope, {
    kind: 'security-scheme-changed',
    pointer,
    words: `security scheme ${what}; nothing uses it`,
  });
}

/** The same under another name. */
function sameOnTheWire(
  scope: Scope,
  name: string,
  { old, now }: Record<'old' | 'now', ReadonlyMap<string, Located>>,
): Located | undefined {
  const { key } = wireForm(scope.after, name);
  const [, scheme] =
    [...old].find(([other]) => !now.has(other) && wireForm(scope.before, other).key === key) ?? [];
  return scheme;
}

interface SchemePair {
  name: string;
  before: Located;
  after: Located;
  isUsed: boolean;
}

function compareScheme(scope: Scope, { name, before, after, isUsed }: SchemePair): void {
  const [was, is] = [wireForm(scope.before, name), wireForm(scope.after, name)];
  const isOther = componentMap(scope.before, 'securitySchemes').has(name) && was.key !== is.key;
  const changed = URLS.filter((key) => canonical(before.value[key]) !== canonical(after.value[key]));
  if (isOther) {
    // That it is sent in another way, operations tell; one that none of them names may still be what the client sends.
    const kind = was.isHeader ? 'authentication-required' : 'security-scheme-changed';
    const words = `security scheme ${code(was.words)} → ${code(is.words)}`;
    if (!isUsed) report({ ...scope, side: 'request' }, { kind, pointer: after.pointer, words });
  } else if (changed.length > 0) {
    const words = changed.map((key) => `\`${key}\` changed`).join('; ');
    const pointer = child(after.pointer, changed[0] ?? '');
    report(scope, { kind: 'security-scheme-changed', pointer, words });
  }
  compareProse(scope, { before, after }, [...SENT, ...URLS]);
}

function schemesOf(document: OpenApiDocument): Map<string, Located> {
  return new Map(
    [...componentMap(document, 'securitySchemes')].map(([name, scheme]) => [
      name,
      locate(document, scheme, componentPointer('securitySchemes', name)),
    ]),
  );
}

/** The names that the document or any operation asks for. */
function usedSchemes(document: OpenApiDocument): Set<string> {
  const requirements = [
    ...itemsOf(document.security),
    ...operationsOf(document).flatMap(({ operation }) => itemsOf(operation.security)),
  ];
  return new Set(requirements.filter(isObject).flatMap((one) => entriesOf(one).map(([name]) => name)));
}
