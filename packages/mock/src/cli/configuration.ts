// The configuration file: what can be given as flags and, beside that, answers that the mock is told as it starts.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { MockError } from '../errors.ts';
import { isObject } from '../json.ts';
import type { MockOptions } from '../options.ts';

/** What the command is started with, by its names in the file. */
export interface Settings extends Omit<MockOptions, 'onRequest' | 'onDelivery'> {
  /** As `Mock.answer` takes them, each with its `operation`. */
  answers?: object[];
  quiet?: boolean;
  json?: boolean;
}

const KINDS: Record<
  keyof Settings,
  'number' | 'string' | 'boolean' | 'object' | 'list of objects' | 'object or path'
> = {
  port: 'number',
  host: 'string',
  spec: 'string',
  stateful: 'boolean',
  seed: 'object or path',
  rateLimit: 'object',
  latency: 'object',
  texts: 'string',
  webhookUrl: 'string',
  webhookSecret: 'string',
  controlToken: 'string',
  answers: 'list of objects',
  quiet: 'boolean',
  json: 'boolean',
};

/** @throws {MockError} on what can't be read, and names what means nothing. Paths in it are relative to it. */
export function readConfiguration(path: string): Settings {
  const settings = readData(path);
  if (!isObject(settings))
    throw new MockError(`${path}: must be an object of ${Object.keys(KINDS).join(', ')}`);
  for (const [name, value] of Object.entries(settings)) refuseSetting(name, value, path);
  const { spec, seed } = settings;
  const near = (file: string) => resolve(dirname(path), file);
  return {
    ...settings,
    ...(typeof spec === 'string' && { spec: near(spec) }),
    ...(typeof seed === 'string' && { seed: readData(near(seed)) as object }),
  };
}

/** YAML or JSON, which is YAML too. */
export function readData(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new MockError(`${path}: can't be read: ${code === 'ENOENT' ? 'there is no such file' : code}`);
  }
  try {
    return parse(text);
  } catch (error) {
    throw new MockError(`${path}: neither YAML nor JSON: ${(error as Error).message.split('\n')[0]}`);
  }
}

function refuseSetting(name: string, value: unknown, path: string): void {
  if (!Object.hasOwn(KINDS, name)) {
    throw new MockError(`${path}: "${name}" means nothing; it may have ${Object.keys(KINDS).join(', ')}`);
  }
  const kind = KINDS[name as keyof Settings];
  // What it has to hold is said by who takes it.
  const fits =
    (kind.startsWith('list') && Array.isArray(value) && value.every(isObject)) ||
    (kind.startsWith('object') && isObject(value)) ||
    (kind === 'object or path' && typeof value === 'string') ||
    (name === 'latency' && typeof value === 'number') ||
    kind === typeof value;
  if (!fits) {
    const article = kind.startsWith('o') ? 'an' : 'a';
    throw new MockError(`${path}: ${name} must be ${article} ${kind}, not ${JSON.stringify(value)}`);
  }
}
