// Reads what packages export, by TypeDoc, and prints it as JSON: names, declarations, what is said of them, members.
// A program of its own, because TypeDoc and its TypeScript are installed in this folder alone.
// Arguments: the declaration file of each entry point.
import { Application, Comment, Converter, ReflectionKind } from 'typedoc';
import ts from 'typescript';

const entryPoints = process.argv.slice(2);
/** Longer declarations are cut off. */
const LONGEST = 1200;

const application = await Application.bootstrap(
  {
    entryPoints,
    skipErrorChecking: true,
    disableGit: true,
    disableSources: true,
    readme: 'none',
    sort: ['source-order'],
    logLevel: 'Error',
  },
  [],
);
application.options.setCompilerOptions(
  entryPoints,
  {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: [],
  },
  undefined,
);
// Only while it converts does it know where a declaration is written.
let symbolOf = () => undefined;
application.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
  symbolOf = (reflection) => context.getSymbolFromReflection(reflection);
});
const project = await application.convert();
if (!project) throw new Error('TypeDoc made nothing of the packages');
// With one entry point its exports are the project's own.
const modules = entryPoints.length === 1 ? [project] : project.children;
const bySource = new Map(modules.map((module) => [fileOf(module) ?? entryPoints[0], module]));
process.stdout.write(JSON.stringify(entryPoints.map((file) => exportsOf(bySource.get(file)))));

function fileOf(module) {
  return symbolOf(module)?.declarations?.[0]?.getSourceFile().fileName;
}

function exportsOf(module) {
  if (!module) throw new Error('TypeDoc left an entry point out');
  return (module.children ?? []).map((reflection) => {
    const target = reflection.isReference() ? reflection.getTargetReflectionDeep() : reflection;
    return {
      name: reflection.name,
      kind: ReflectionKind.singularString(target.kind),
      declaration: declarationOf(target),
      ...saidOf(target),
      members: membersOf(target),
    };
  });
}

function membersOf(reflection) {
  if (!reflection.kindOf([ReflectionKind.Class, ReflectionKind.Interface])) return [];
  return (reflection.children ?? [])
    .filter((member) => !member.inheritedFrom || reflection.kindOf(ReflectionKind.Interface))
    .filter((member) => !member.flags.isExternal && !member.flags.isPrivate)
    .map((member) => ({ name: member.name, declaration: declarationOf(member), ...saidOf(member) }));
}

/** As its author wrote it, without what is said of it and without a class's or an interface's members, which are listed. */
function declarationOf(reflection) {
  const declarations = symbolOf(reflection)?.declarations ?? [];
  const texts = declarations.map((declaration) => {
    const text = declaration.members
      ? declaration
          .getText()
          .slice(0, declaration.members.pos - declaration.getStart())
          .replace(/\{\s*$/, '')
      : declaration.getText();
    const isVariable = reflection.kindOf(ReflectionKind.Variable);
    return `${isVariable ? 'const ' : ''}${text}`.replaceAll(/^(export )?(declare )?/g, '').trim();
  });
  const text = [...new Set(texts)].join('\n');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function saidOf(reflection) {
  const comment =
    reflection.comment ??
    reflection.signatures?.[0]?.comment ??
    reflection.getSignature?.comment ??
    reflection.type?.declaration?.signatures?.[0]?.comment;
  if (!comment) return { doc: '', tags: [] };
  const parameters = (reflection.signatures?.[0]?.parameters ?? []).flatMap((parameter) =>
    parameter.comment
      ? [{ tag: '@param', name: parameter.name, text: textOf(parameter.comment.summary) }]
      : [],
  );
  const tags = comment.blockTags.map(({ tag, name, content }) => ({
    tag,
    name: name ?? '',
    text: textOf(content),
  }));
  return { doc: textOf(comment.summary), tags: [...parameters, ...tags] };
}

/** Markdown; a link within the code is code. */
function textOf(parts) {
  const plain = parts.map((part) =>
    part.kind === 'inline-tag' ? { kind: 'code', text: `\`${part.text}\`` } : part,
  );
  return Comment.combineDisplayParts(plain).trim();
}
