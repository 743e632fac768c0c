// What a bump has changed, as one file of JSON: so it goes from the job that handles the vendor's document to the job that may
// push. Plain data holds no link, no device and no file mode; what else it could hold is refused here and in apply.ts.
import { lstatSync, readFileSync } from 'node:fs';
import { UnreadableError } from '../without-install.ts';
import { isChangeable } from './changeable.ts';

/** What the pull request says. */
export interface Proposal {
  /** The versions of the document. */
  from: string;
  to: string;
  severity: (typeof SEVERITIES)[number];
  /** The bump's, in Markdown. */
  report: string;
}

export interface Patch extends Proposal {
  /** By path: the whole new content in base64, or null to remove the file. */
  files: Record<string, string | null>;
}

const SEVERITIES = ['breaking', 'feature', 'fix', 'none'] as const;
/** Bytes of the file; a document of the largest size that is read, with its pages and what is generated, stays below. */
const LARGEST = 64 * 1024 * 1024;
const MOST_FILES = 2_000;
const TEXTS = ['from', 'to', 'severity', 'report'];

/** Throws an UnreadableError, unless it is a patch of nothing but files that a bump changes. */
export function readPatch(file: string): Patch {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new UnreadableError(`${file}: not a regular file`);
  if (stat.size > LARGEST) throw new UnreadableError(`${file}: larger than ${LARGEST} bytes`);
  const patch = parse(readFileSync(file, 'utf8'));
  if (patch === undefined) throw new UnreadableError(`${file}: not a patch`);
  const entries = Object.entries(patch.files);
  if (entries.length > MOST_FILES) throw new UnreadableError(`${file}: more than ${MOST_FILES} files`);
  for (const [path, content] of entries) {
    const place = JSON.stringify(path.slice(0, 200));
    if (!isChangeable(path)) throw new UnreadableError(`${file}: ${place}: not a file that a bump changes`);
    if (content !== null && !isBase64(content))
      throw new UnreadableError(`${file}: ${place}: its content is not base64`);
  }
  return patch;
}

function parse(text: string): Patch | undefined {
  try {
    const patch = JSON.parse(text) as Patch | null;
    return isPatch(patch) ? patch : undefined;
  } catch {
    return undefined;
  }
}

function isPatch(value: unknown): value is Patch {
  if (!isRecord(value) || !isRecord(value.files)) return false;
  return (
    TEXTS.every((name) => typeof value[name] === 'string') &&
    SEVERITIES.some((severity) => severity === value.severity)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBase64(content: unknown): boolean {
  return typeof content === 'string' && Buffer.from(content, 'base64').toString('base64') === content;
}
