// Writes what is generated and committed: the modules of packages/types and the document's constants in packages/client.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { sha256 } from '@agentsource/openapi/hash';
import { aliasesOf, renderAliases } from './aliases.ts';
import { renderClientConstants } from './client-constants.ts';
import { renderEnrollmentLimits } from './enrollments.ts';
import { generateOpenApiTypes } from './openapi-types.ts';
import { renderRequestValidators } from './validators.ts';

const NOTE = (what: string) =>
  `// ${what} Generated from spec/dist/openapi.json by \`pnpm generate\`; do not edit.\n`;

/** A generated file: path relative to the package, and its text. */
export type GeneratedFile = [path: string, text: string];

export interface GenerateInput {
  name: 'types' | 'client';
  /** The built document. */
  json: string;
}

/** What is generated into the package of that name. */
export async function generate({ name, json }: GenerateInput): Promise<GeneratedFile[]> {
  const document = JSON.parse(json) as OpenApiDocument;
  return name === 'types'
    ? await generateTypesPackage(document, sha256(json))
    : generateClientPackage(document, sha256(json));
}

export async function generateTypesPackage(
  document: OpenApiDocument,
  documentSha256: string,
): Promise<GeneratedFile[]> {
  return [
    ['src/generated/openapi.ts', NOTE('The document as types.') + (await generateOpenApiTypes(document))],
    [
      'src/generated/aliases.ts',
      `${NOTE('The names people type.')}import type { components, operations } from './openapi.ts';\n\n${renderAliases(aliasesOf(document))}`,
    ],
    [
      'src/generated/document.ts',
      `${NOTE('Which document the types are of.')}
/** \`info.version\` of the document these types were generated from. */
export type DocumentVersion = ${JSON.stringify(document.info.version)};

/** SHA-256 of the built document (JSON) these types were generated from. */
export type DocumentSha256 = ${JSON.stringify(documentSha256)};
`,
    ],
  ];
}

export function generateClientPackage(document: OpenApiDocument, documentSha256: string): GeneratedFile[] {
  return [
    [
      'src/generated/document.ts',
      NOTE('What the client takes from the document at run time.') +
        renderClientConstants(document, documentSha256),
    ],
    [
      'src/generated/enrollments.ts',
      `${NOTE('The limits of an enrollment.')}\n${renderEnrollmentLimits(document)}`,
    ],
    [
      'src/generated/validators.ts',
      NOTE('The requests of every operation, as validators.') + renderRequestValidators(document),
    ],
  ];
}

/** Writes only what differs, so that unchanged files keep their times. */
export function writeGenerated(packageDirectory: string, files: readonly GeneratedFile[]): void {
  for (const [path, text] of files) {
    const target = join(packageDirectory, path);
    mkdirSync(dirname(target), { recursive: true });
    if (readIfThere(target) !== text) writeFileSync(target, text);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
