// Compiles generated files from memory, for what the compiler knows of their types.
import ts from 'typescript';

/**
 * As much of TypeScript's library as generated types use: reading the real one takes longer than all the rest. A Blob may be
 * anything, since no value in a document can be one.
 */
const LIBRARY = `
interface Array<T> { length: number; [index: number]: T; map<U>(callback: (value: T) => U): U[] }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T }
interface Boolean { valueOf(): boolean }
interface CallableFunction extends Function {}
interface Function { apply(this: Function, thisArg: any, argArray?: any): any }
interface IArguments { length: number; [index: number]: any }
interface NewableFunction extends Function {}
interface Number { toFixed(digits?: number): string }
interface Object { hasOwnProperty(key: PropertyKey): boolean }
interface RegExp { test(text: string): boolean }
interface String { readonly length: number; charAt(index: number): string }
type Blob = unknown;
type NonNullable<T> = T & {};
type PropertyKey = string | number | symbol;
type Record<K extends keyof any, T> = { [P in K]: T };
`;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noLib: true,
  types: [],
};

/** @param modules By absolute path: `/openapi.ts`. */
export function compileInMemory(modules: ReadonlyMap<string, string>): ts.Program {
  const sources = new Map([...modules, ['/library.d.ts', LIBRARY]]);
  const host = ts.createCompilerHost(OPTIONS);
  return ts.createProgram([...sources.keys()], OPTIONS, {
    ...host,
    getCurrentDirectory: () => '/',
    fileExists: (name) => sources.has(name),
    directoryExists: (name) => name === '/',
    readFile: (name) => sources.get(name),
    getSourceFile: (name, target) => {
      const text = sources.get(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, target, true);
    },
  });
}
