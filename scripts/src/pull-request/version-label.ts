// A version as titles and branches may show it. The vendor chooses it, so it may be any text.

const LONGEST = 64;

/** The version itself where it is one; of any other text what is left in the characters of versions. */
export function versionLabel(version: string): string {
  return version.replaceAll(/[^\w.+-]+/g, '-').slice(0, LONGEST) || 'unknown';
}
