// Sends twenty documents that nobody should obey through all of `spec:bump --dry-run` on this tree: each lands nowhere, is refused in
// one line or judged, asks nobody for anything, and leaves the tree as it was. Run it as `pnpm check:hostile`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { parseOpenApi } from '@agentsource/openapi/read';
import { readSources } from '@agentsource/openapi/sources';
import { type HostileDocument, hostileDocuments } from '@agentsource/openapi/testing/hostile';

const COUNT = 20;
const root = join(import.meta.dirname, '..');
const { document } = readSources(join(root, 'spec'));
const vendored = readFileSync(join(root, 'spec', document.file), 'utf8');
const before = gitStatus();

const requests: string[] = [];
const server = createServer(({ url }, response) => {
  requests.push(url ?? '');
  response.end('{}');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

for (const { name, text: source } of chosen()) {
  const started = performance.now();
  const { status, stderr } = await bump(source);
  const seconds = Math.round((performance.now() - started) / 1000);
  if (status !== 0 && !/^[^\n]+\n$/.test(stderr)) fail(`${name}: refused with more than a line:\n${stderr}`);
  if (/\n\s+at .*:\d+:\d+/.test(stderr)) fail(`${name}: a stack trace:\n${stderr}`);
  if (requests.length > 0) fail(`${name}: somebody was asked for ${requests.join(', ')}`);
  console.log(
    `${status === 0 ? 'harmless' : 'refused '} ${String(seconds).padStart(3)} s  ${JSON.stringify(name)}`,
  );
}
server.close();
if (gitStatus() !== before) fail(`the tree has changed:\n${gitStatus()}`);
console.log('the tree: as it was');

/** Evenly from all of them, so that every kind of place and of trick is among them. */
function chosen(): HostileDocument[] {
  const all = hostileDocuments(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return Array.from({ length: COUNT }, (_, index) => {
    const { name, text: hostile } = all[Math.floor(((index + 0.5) * all.length) / COUNT)] as HostileDocument;
    return { name, text: JSON.stringify(beside(JSON.parse(hostile) as OpenApiDocument)) };
  });
}

/** The vendored document, a version later, and the hostile one's paths and components in it. */
function beside(hostile: OpenApiDocument): JsonObject {
  const ours = parseOpenApi(vendored, document.file);
  const components = { ...(isObject(ours.components) ? ours.components : {}) };
  for (const [kind, entries] of Object.entries(isObject(hostile.components) ? hostile.components : {})) {
    if (kind === 'securitySchemes' || !isObject(entries)) continue;
    components[kind] = { ...(components[kind] as JsonObject), ...entries };
  }
  const paths = Object.entries(hostile.paths).map(([path, item]) => [
    path,
    withoutSecurity(item as JsonObject),
  ]);
  return {
    ...hostile,
    ...ours,
    info: { ...hostile.info, version: `${ours.info.version}.1` },
    paths: { ...ours.paths, ...Object.fromEntries(paths) },
    components,
  };
}

function withoutSecurity(item: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(item), (key, value) => (key === 'security' ? undefined : value));
}

async function bump(source: string): Promise<{ status: number | null; stderr: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'spec-bump.ts'), '--dry-run', '--json', '-'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.end(source);
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, stderr };
}

function gitStatus(): string {
  return spawnSync('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: root, encoding: 'utf8' })
    .stdout;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
