// Reads the site's HTML as strictly as it is written: every `<` begins a tag, every attribute is quoted or has no value.

export interface Tag {
  name: string;
  attributes: Map<string, string>;
}

const TAG = /<(?:!doctype html|\/([a-z][a-z\d]*)|([a-z][a-z\d]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*)>/g;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;

/** The opening tags; throws where something is no tag of ours. */
export function tagsOf(page: string): Tag[] {
  const rest = page.replaceAll(TAG, '');
  const stray = /[<>]/.exec(rest);
  if (stray) throw new Error(`no tag of ours: ${rest.slice(stray.index, stray.index + 80)}`);
  return [...page.matchAll(TAG)].flatMap(([, , name, attributes = '']) =>
    name === undefined ? [] : [{ name, attributes: attributesOf(attributes) }],
  );
}

function attributesOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
