// Paths as a URL holds them: what would end or bend it there is encoded.
import type { OpenApiDocument, Report } from '../document.ts';
import { child } from '../pointer.ts';

/** A parameter, or what a URL takes for its fragment, for a slash, or leaves out. */
const PARAMETER_OR_ODD = /\{[^{}]*\}|[#\\\p{Cc}]/gu;

export function encodePaths(document: OpenApiDocument, report: Report): void {
  const entries = Object.entries(document.paths).map(([path, item]) => {
    const encoded = path.replaceAll(PARAMETER_OR_ODD, (part) =>
      part.startsWith('{') ? part : encodeURIComponent(part),
    );
    if (encoded === path || Object.hasOwn(document.paths, encoded)) return [path, item];
    report('path', child('/paths', path), `spelled ${JSON.stringify(encoded)}, as a URL holds it`);
    return [encoded, item];
  });
  document.paths = Object.fromEntries(entries);
}
