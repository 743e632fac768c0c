// What is generated and committed: the modules of packages/types, what packages/client takes from the document, and the command line's
// table of operations.
import { basename } from 'node:path';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { sha256 } from '@agentsource/openapi/hash';
import { type Alias, aliasesOf, renderAliases } from './aliases.ts';
import { renderClientConstants } from './client-constants.ts';
import { type ClientSettings, parseClientSettings } from './client-settings.ts';
import { renderCommands } from './commands/index.ts';
import { renderDeclarations } from './declarations.ts';
import { renderEnrollmentLimits } from './enrollments.ts';
import { renderEnums } from './enums.ts';
import { UniqueNames } from './names.ts';
import { generateOpenApiTypes } from './openapi-types.ts';
import { renderOperations } from './operations/index.ts';
import { proveTypes } from './proof/index.ts';
import { defaultBaseUrl } from './servers.ts';
import { escapeUnseen } from './text.ts';
import { renderRequestValidators } from './validators.ts';
import { type Contents, verifyGenerated } from './verify.ts';
import type { GeneratedFile } from './write-generated.ts';

export interface GenerateInput {
  name: 'types' | 'client' | 'cli';
  /** The built document. */
  json: string;
  /** The text of spec/client.yaml. */
  settings: string;
}

/** What is generated into the package of that name. */
export function generate({ name, json, settings }: GenerateInput): GeneratedFile[] {
  const document = JSON.parse(json) as OpenApiDocument;
  if (name === 'types') return generateTypesPackage(document, sha256(json));
  const parsed = parseClientSettings(settings);
  return name === 'client'
    ? generateClientPackage(document, parsed, sha256(json))
    : generateCliPackage(document, parsed);
}

/** The command line: a table of operations. */
export function generateCliPackage(document: OpenApiDocument, settings: ClientSettings): GeneratedFile[] {
  return [
    generated('constants', 'operations', 'The operations as commands.', renderCommands(document, settings)),
  ];
}

export function generateTypesPackage(document: OpenApiDocument, documentSha256: string): GeneratedFile[] {
  const aliases = aliasesOf(document);
  // Apart, so that no component's name stands for what an operation's alias is made with.
  const isComponent = (alias: Alias) => 'component' in alias.source;
  const files = [
    generated('types', 'openapi', 'The document as types.', generateOpenApiTypes(document)),
    generated(
      'types',
      'components',
      'The components by their names.',
      `import type { components } from './openapi.ts';\n\n${renderAliases(aliases.filter(isComponent))}`,
    ),
    generated(
      'types',
      'operations',
      'The requests and responses of operations by names.',
      `import type { operations } from './openapi.ts';\n\n${renderAliases(aliases.filter((alias) => !isComponent(alias)))}`,
    ),
    generated(
      'types',
      'document',
      'Which document the types are of.',
      renderDocumentTypes(document, documentSha256, aliases),
    ),
  ];
  proveTypes(document, new Map(files.map(([path, text]) => [basename(path), text])));
  return files;
}

/** The client of this API: what any document gives, and the limits that `enrollProspects` is made with. */
export function generateClientPackage(
  document: OpenApiDocument,
  settings: ClientSettings,
  documentSha256: string,
): GeneratedFile[] {
  return [
    ...generateClientCore(document, settings, documentSha256),
    generated('constants', 'enrollments', 'The limits of an enrollment.', renderEnrollmentLimits(document)),
  ];
}

/** What the client takes from any document, also from one that knows no enrollments. */
export function generateClientCore(
  document: OpenApiDocument,
  settings: ClientSettings,
  documentSha256: string,
): GeneratedFile[] {
  return [
    generated(
      'constants',
      'document',
      'What the client takes from the document at run time.',
      renderClientConstants(document, settings, documentSha256),
    ),
    generated(
      'constants',
      'declarations',
      'What the document declares beside JSON.',
      renderDeclarations(document, defaultBaseUrl(document, settings)),
    ),
    generated('functions', 'enums', 'The named sets of values.', renderEnums(document)),
    generated(
      'functions',
      'operations',
      'The operations as functions.',
      renderOperations(document, settings),
    ),
    generated(
      'validators',
      'validators',
      'The requests of every operation, as validators.',
      renderRequestValidators(document),
    ),
  ];
}

/** @throws {PipelineError} when it would hold something else than such a file should. */
function generated(contents: Contents, name: string, what: string, code: string): GeneratedFile {
  const path = `src/generated/${name}.ts`;
  const note = `// ${what} Generated from spec/dist/openapi.json by \`pnpm generate\`; do not edit.\n`;
  const text = note + code.split('\n').map(escapeUnseen).join('\n');
  verifyGenerated(path, text, contents);
  return [path, text];
}

function renderDocumentTypes(
  document: OpenApiDocument,
  documentSha256: string,
  aliases: readonly Alias[],
): string {
  const names = new UniqueNames();
  for (const { name } of aliases) names.take(name);
  return `
/** \`info.version\` of the document these types were generated from. */
export type ${names.take('DocumentVersion')} = ${JSON.stringify(document.info.version)};

/** SHA-256 of the built document (JSON) these types were generated from. */
export type ${names.take('DocumentSha256')} = ${JSON.stringify(documentSha256)};
`;
}
