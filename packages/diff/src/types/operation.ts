// Holds one operation's types against each other: parameters, body, each response.
import type ts from 'typescript';
import { type Field, isSuccess, type TypesFinding } from '../finding.ts';
import type { OperationPair } from '../operations.ts';
import type { Side } from '../policy.ts';
import { isOptional, type TypeComparer } from './compare-types.ts';
import { type Fact, type FactKind, severityOf } from './facts.ts';

export interface Session {
  checker: ts.TypeChecker;
  compare: TypeComparer;
}

/** A key of an object type: its type, and whether it may be left out. */
interface Key {
  type: ts.Type;
  optional: boolean;
}

type Tell = (side: Side, field: Field, fact: Pick<Fact, 'kind' | 'words'>) => void;

export function compareOperationTypes(
  session: Session,
  pair: Required<OperationPair>,
  before: ts.Type,
  after: ts.Type,
): TypesFinding[] {
  const findings: TypesFinding[] = [];
  const tell: Tell = (side, field, { kind, words }) => {
    const severity = severityOf(kind, side);
    if (severity === 'none') return;
    const what =
      severity === 'feature'
        ? 'types-name-gained'
        : kind === 'key-lost'
          ? 'types-name-lost'
          : 'types-incompatible';
    findings.push({
      operation: pair.name,
      side,
      field,
      severity,
      kind: what,
      pointer: pair.after.pointer,
      words,
    });
  };
  const [old, now] = [keysOf(session, before), keysOf(session, after)];
  compareParameters(session, tell, pair, old.get('parameters'), now.get('parameters'));
  compareBody(session, tell, old.get('requestBody'), now.get('requestBody'));
  compareResponses(session, tell, old.get('responses'), now.get('responses'));
  return findings;
}

/** The keys of a type; those that nothing can be assigned to (`?: never`) are how the generator says "none". */
export function keysOf({ checker }: Session, type: ts.Type | undefined): Map<string, Key> {
  const keys = new Map<string, Key>();
  if (!type) return keys;
  const object = checker.getNonNullableType(type);
  for (const symbol of object.getProperties()) {
    const optional = isOptional(symbol);
    const value = checker.getTypeOfSymbol(symbol);
    const inner = optional ? checker.getNonNullableType(value) : value;
    if (checker.typeToString(inner) !== 'never') keys.set(symbol.name, { type: value, optional });
  }
  return keys;
}

function compareParameters(
  session: Session,
  tell: Tell,
  pair: Required<OperationPair>,
  old?: Key,
  now?: Key,
) {
  const [before, after] = [keysOf(session, old?.type), keysOf(session, now?.type)];
  const renamed = renamedPathParameters(pair);
  for (const where of ['query', 'header', 'path', 'cookie']) {
    const known = keysOf(session, before.get(where)?.type);
    const current = keysOf(session, after.get(where)?.type);
    for (const [name, key] of known) {
      const newName = where === 'path' ? (renamed.get(name) ?? name) : name;
      const field = { root: `${where}.${newName}`, path: '' };
      const counterpart = current.get(newName);
      current.delete(newName);
      if (!counterpart || newName !== name) {
        tell('request', field, { kind: 'key-lost', words: `Parameter '${name}' is gone.` });
      }
      if (counterpart) compareKey(session, tell, 'request', field, key, counterpart);
    }
    for (const [name, key] of current) {
      const field = { root: `${where}.${name}`, path: '' };
      const kind = key.optional ? 'key-gained' : 'required-key-gained';
      tell('request', field, { kind, words: `Parameter '${name}' is new.` });
    }
  }
}

function renamedPathParameters({ before, after }: Required<OperationPair>): Map<string, string> {
  const names = (path: string) => [...path.matchAll(/\{([^}]*)\}/g)].map((match) => String(match[1]));
  const now = names(after.path);
  return new Map(names(before.path).map((name, index) => [name, now[index] ?? name]));
}

function compareBody(session: Session, tell: Tell, old?: Key, now?: Key): void {
  const field = { root: 'body', path: '' };
  const say = (kind: FactKind, words: string) => tell('request', field, { kind, words });
  if (!old && now) say(now.optional ? 'key-gained' : 'required-key-gained', 'The request body is new.');
  if (old && !now) say('key-lost', 'The request body is gone.');
  if (!old || !now) return;
  compareOptional(tell, 'request', field, old, now);
  compareMedia(session, tell, 'request', field, contentOf(session, old), contentOf(session, now));
}

function compareResponses(session: Session, tell: Tell, old?: Key, now?: Key): void {
  const [before, after] = [keysOf(session, old?.type), keysOf(session, now?.type)];
  for (const [status, key] of before) {
    const field = { root: status, path: '' };
    const side = isSuccess(status) ? 'response' : 'error';
    const counterpart = after.get(status);
    if (counterpart) {
      compareMedia(session, tell, side, field, contentOf(session, key), contentOf(session, counterpart));
    } else {
      tell(side, field, { kind: 'key-lost', words: `Status ${status} is gone.` });
    }
  }
  for (const status of after.keys()) {
    if (before.has(status)) continue;
    const side = isSuccess(status) ? 'response' : 'error';
    // One more success is one more thing the answer may be.
    tell(side, { root: status, path: '' }, { kind: 'wider', words: `Status ${status} is new.` });
  }
}

function contentOf(session: Session, key: Key): Map<string, Key> {
  return keysOf(session, keysOf(session, key.type).get('content')?.type);
}

function compareMedia(
  session: Session,
  tell: Tell,
  side: Side,
  field: Field,
  old: Map<string, Key>,
  now: Map<string, Key>,
): void {
  for (const [name, key] of old) {
    const counterpart = now.get(name);
    if (counterpart) compareKey(session, tell, side, field, key, counterpart);
    else tell(side, field, { kind: 'key-lost', words: `Media type '${name}' is gone.` });
  }
  for (const name of now.keys()) {
    if (!old.has(name)) tell(side, field, { kind: 'key-gained', words: `Media type '${name}' is new.` });
  }
}

function compareKey(session: Session, tell: Tell, side: Side, field: Field, old: Key, now: Key): void {
  compareOptional(tell, side, field, old, now);
  for (const { kind, path, words } of session.compare(old.type, now.type)) {
    tell(side, { root: field.root, path: field.path + path }, { kind, words });
  }
}

function compareOptional(tell: Tell, side: Side, field: Field, old: Key, now: Key): void {
  if (old.optional === now.optional) return;
  const kind = now.optional ? 'became-optional' : 'became-required';
  const words = now.optional ? 'It may be left out now.' : 'It may no longer be left out.';
  tell(side, field, { kind, words });
}
