// A file as an editor has it open: what is shown of a place in it, and offered there. By TypeScript 5.9, whose language service can
// be asked from JavaScript; 7's can't.
import { dirname } from 'node:path';
import ts from 'typescript-5';

/** What is shown of a name under the pointer. */
export interface Hover {
  /** Its declaration or signature. */
  signature: string;
  /** What its JSDoc says. */
  documentation: string;
  /** The tags of its JSDoc, as `@name text`. */
  tags: string[];
}

export interface Editor {
  /** @param place A piece of the text that comes once, a `|` in it where the pointer is. */
  hover(place: string): Hover;
  /** The names that are offered, by the same. */
  completions(place: string): string[];
  /** What is shown beside one that is offered. */
  completion(place: string, name: string): string;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: [],
};

/** @param path Where the file would be; imports are looked up from there. */
export function openInEditor(path: string, text: string): Editor {
  const service = ts.createLanguageService(hostOf(path, text));
  const at = (place: string) => {
    const start = text.indexOf(place.replace('|', ''));
    if (start < 0) throw new Error(`no such place: ${place}`);
    return start + place.indexOf('|');
  };
  return {
    hover(place) {
      const {
        displayParts,
        documentation,
        tags = [],
      } = service.getQuickInfoAtPosition(path, at(place)) ?? {};
      const said = tags.map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`.trim());
      return {
        signature: ts.displayPartsToString(displayParts),
        documentation: ts.displayPartsToString(documentation),
        tags: said,
      };
    },
    completions(place) {
      const { entries = [] } = service.getCompletionsAtPosition(path, at(place), {}) ?? {};
      return entries.map(({ name }) => name);
    },
    completion(place, name) {
      const details = service.getCompletionEntryDetails(path, at(place), name, {}, undefined, {}, undefined);
      return ts.displayPartsToString(details?.documentation);
    },
  };
}

function hostOf(path: string, text: string): ts.LanguageServiceHost {
  const read = (name: string) => (name === path ? text : ts.sys.readFile(name));
  const { fileExists, readDirectory, directoryExists, getDirectories, realpath } = ts.sys;
  return {
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = read(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => dirname(path),
    getCompilationSettings: () => OPTIONS,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === path || fileExists(name),
    readFile: read,
    readDirectory,
    directoryExists,
    getDirectories,
    ...(realpath && { realpath }),
  };
}
