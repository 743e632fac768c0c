// What gets out of its place in a generated file is seen before the file is written.
import { PipelineError } from '@agentsource/openapi/errors';
import { expect, test } from 'vitest';
import { type Contents, verifyGenerated } from '../src/verify.ts';

test.each<[Contents, string]>([
  [
    'types',
    "import type { A } from './a.ts';\n/** text */\nexport interface B { a: A; 'x y'?: 'z' }\nexport type C = A | null;\n",
  ],
  ['constants', "export const A = 'a';\nexport const B = [1, 'x', null, { a: true }] as const;\n"],
  [
    'functions',
    "import type * as api from '@agentsource/types';\nimport { call, type Client } from '../operations/call.ts';\nexport interface Options extends Client { a?: api.A }\nexport const VALUES = ['a', 1] as const;\n/**\n * Text.\n * @throws {ExploriumError} 404: None.\n * @example `a`\n */\nexport function f(client: Client, options?: Options): Promise<api.A> {\n  return call(client, 'get', VALUES, options);\n}\n",
  ],
  [
    'validators',
    "import { equal } from '../validate/runtime.ts';\nconst f = equal;\nconst p = new RegExp('^a', 'u');\nfunction v(data) { const e = Object.keys(data); if (!p.test(data.constructor)) e.push(f); return e; }\nv.evaluated = { props: true };\n",
  ],
])('%s that are as they should be', (contents, text) => {
  expect(() => verifyGenerated('x.ts', text, contents)).not.toThrow();
});

test.each<[Contents, string]>([
  ['types', '/** v1/*/;(globalThis as any).PWN = 1;/* */\nexport type A = 1;\n'],
  ['types', 'export const a = 1;\n'],
  ['types', "export type A = import('/etc/passwd');\n"],
  ['types', "import type { A } from 'elsewhere';\n"],
  ['types', "import '../../../x.ts?y';\n"],
  ['types', "export type A = 'unterminated;\n"],
  ['types', 'declare global { interface Window { a: 1 } }\n'],
  ['types', '/** @type {import("x")} */\nexport type A = 1;\n'],
  ['types', 'export interface A {\n  /** Text\n   * @see https://evil.example */\n  a: 1 }\n'],
  ['functions', "import * as api from '@agentsource/types';\n"],
  ['functions', "import { call } from '../a.ts';\nexport function f() { return globalThis.call('a'); }\n"],
  ['functions', "import { call } from '../a.ts';\nexport function f() { return eval('a'); }\n"],
  ['functions', "import { call } from '../a.ts';\nexport function f() { return call(PWN()); }\n"],
  ['functions', "import { call } from '../a.ts';\nexport function f() { PWN; return call('a'); }\n"],
  ['functions', "import { call } from '../a.ts';\nexport function f(a = PWN()) { return call(a); }\n"],
  ['functions', "import { call } from '../a.ts';\nexport function f({ [PWN()]: a }) { return call(a); }\n"],
  ['functions', 'export const a = `\u0024{1}`;\n'],
  ['functions', 'call(1);\n'],
  ['functions', "import { call } from '../a.ts';\n@PWN export class A {}\n"],
  ['functions', "import { call } from '../a.ts';\nexport async function* f() { return call('a'); }\n"],
  ['constants', 'export const a = globalThis;\n'],
  ['constants', 'export const a = `\u0024{1}`;\n'],
  ['constants', 'export const a = { get b() { return 1 } };\n'],
  ['constants', 'export const a = { [PWN]: 1 };\n'],
  ['validators', 'function f(data) { return globalThis.PWN; }\n'],
  ['validators', "function f(data) { return data.constructor.constructor('PWN')(); }\n"],
  ['validators', "function f(data) { return data['constructor']['constructor']('PWN')(); }\n"],
  ['validators', 'const a = new Function();\n'],
  ['validators', 'const a = new RegExp(`\u0024{eval(1)}`);\n'],
  ['validators', "const a = await import('x');\n"],
  ['validators', 'function f(data) { return data`x`; }\n'],
])('%s: %s', (contents, text) => {
  expect(() => verifyGenerated('x.ts', text, contents)).toThrow(PipelineError);
});
