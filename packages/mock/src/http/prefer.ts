// Reads the Prefer header (RFC 7240), by which a caller chooses the answer.
import type { Preferences } from '../answering/choose.ts';

/** Unknown preferences are ignored, as the RFC asks; throws an Error with a clear message on a value that makes no sense. */
export function parsePrefer(header: string | string[] | undefined): Preferences {
  const preferences: Preferences = {};
  for (const part of [header ?? []].flat().join(',').split(/[,;]/)) {
    const [name = '', ...rest] = part.split('=');
    const value = rest
      .join('=')
      .trim()
      .replace(/^"(.*)"$/, '$1');
    switch (name.trim().toLowerCase()) {
      case 'code':
        if (!/^[1-5]\d\d$/.test(value)) throw new Error(`Prefer: code=${value} is not an HTTP status`);
        preferences.code = Number(value);
        break;
      case 'example':
        preferences.exampleKey = value;
        break;
      case 'dynamic':
        preferences.dynamic = value === 'true' || value === '';
        break;
      case 'seed':
        preferences.seed = value;
        break;
    }
  }
  return preferences;
}
