// Text of a document in TypeScript, whatever it is: a string is that string again, a comment never ends early, a name is a name.
import fc from 'fast-check';
import { marked } from 'marked';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { jsDoc } from '../src/docs/comments.ts';
import { tsIdentifier } from '../src/names.ts';
import { docCode, docText, tsComment, tsString } from '../src/text.ts';

const HOSTILE = [
  '*/ globalThis.PWN = 1; /*',
  "'; globalThis.PWN = 1; '",
  '`\u0024{globalThis.PWN = 1}`',
  "\\'; PWN; \\",
  'a\nb\r\nc\u2028d\u2029e',
  '\u202Ereversed\u2066',
  '// \n PWN',
  '*\\/',
  '**//',
  '\0\u001b[31m',
  '\uD800',
  '__proto__',
  'constructor',
  '',
  'ask @support, @deprecated\n  @default 1\n{@link globalThis} {@inheritDoc}',
  '![x](https://evil.example/x.png) [a](javascript:b) [a]: b <img src=x> <!-- <https://evil.example>',
  '`a` \\`[x](y)` ``[x](y)`` `[x](y) \n`[x](y)\n```\n[x](y)\n```',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '*',
        '/',
        '\\',
        "'",
        '"',
        '`',
        '$',
        '{',
        '\n',
        ';',
        ' ',
        '@',
        '[',
        '](',
        ')',
        '<b',
        '!',
        'a',
      ),
    )
    .map((parts) => parts.join('')),
);

function parse(source: string): ts.SourceFile & { parseDiagnostics: readonly ts.Diagnostic[] } {
  return ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true) as never;
}

test('tsString is a literal of that very string', () => {
  fc.assert(
    fc.property(text, (value) => {
      const { statements, parseDiagnostics } = parse(`export const x = ${tsString(value)};`);
      expect(parseDiagnostics).toEqual([]);
      expect(statements).toHaveLength(1);
      const [statement] = statements as unknown as [ts.VariableStatement];
      const literal = statement.declarationList.declarations[0]?.initializer as ts.StringLiteral;
      // An unpaired surrogate has no text of its own in TypeScript's scanner.
      expect(literal.text.toWellFormed()).toBe(value.toWellFormed());
    }),
  );
});

test('tsComment stays one comment of one line', () => {
  fc.assert(
    fc.property(text, (value) => {
      const comment = tsComment(value);
      expect(comment).not.toMatch(/[\n\r\u2028\u2029\u202A-\u202E\u2066-\u2069]/);
      const { statements, parseDiagnostics } = parse(`/** ${comment} */\nexport type X = 1;`);
      expect(parseDiagnostics).toEqual([]);
      expect(statements.map(({ kind }) => kind)).toEqual([ts.SyntaxKind.TypeAliasDeclaration]);
    }),
  );
});

test('docText and docCode stay one comment that says no more than it says', () => {
  fc.assert(
    fc.property(text, text, (prose, code) => {
      const comment = jsDoc([...docText(prose), '', docCode(code)]);
      const { statements, parseDiagnostics } = parse(`${comment}\nexport type X = 1;`);
      expect(parseDiagnostics).toEqual([]);
      expect(statements.map(({ kind }) => kind)).toEqual([ts.SyntaxKind.TypeAliasDeclaration]);
      const [statement] = statements as unknown as [ts.TypeAliasDeclaration];
      expect(ts.getJSDocCommentsAndTags(statement)).toHaveLength(1);
      expect(ts.getJSDocTags(statement)).toEqual([]);
      const [{ comment: said }] = ts.getJSDocCommentsAndTags(statement) as [ts.JSDoc];
      // An inline tag would make nodes of it.
      expect(typeof (said ?? '')).toBe('string');
    }),
  );
});

test('docText and docCode are no links, images or HTML to an editor', () => {
  fc.assert(
    fc.property(text, text, (prose, code) => {
      const live: string[] = [];
      marked.walkTokens(marked.lexer([...docText(prose), '', docCode(code)].join('\n')), (token) => {
        // An address by itself is shown as the link that it says it is.
        const isPlainAddress = token.type === 'link' && token.raw === token.text;
        if (/^(?:link|image|html|def)$/.test(token.type) && !isPlainAddress) live.push(token.raw);
      });
      expect(live).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([...HOSTILE, 'as', 'type', 'await', 'of', '1st', 'Ünïcode', 'a-b', 'components'])(
  'tsIdentifier of %j names a type and a value',
  (value) => {
    const name = tsIdentifier(value);
    const { statements, parseDiagnostics } = parse(
      `export type ${name} = 1;\nexport function ${name}(): void {}\nexport const x${name} = ${name};`,
    );
    expect(parseDiagnostics).toEqual([]);
    expect(statements.map(({ kind }) => ts.SyntaxKind[kind])).toEqual([
      'TypeAliasDeclaration',
      'FunctionDeclaration',
      ts.SyntaxKind[ts.SyntaxKind.VariableStatement],
    ]);
  },
);
