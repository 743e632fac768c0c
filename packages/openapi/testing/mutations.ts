// Damages a page in ways that downloads, editors and proxies do; the same seed gives the same damage every time.

/** mulberry32: small, and its sequence is the same everywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Mutation = (page: string, random: (below: number) => number) => string | Uint8Array;

const VALUES = [
  'null',
  '[]',
  '{}',
  '""',
  '5',
  '-1',
  'true',
  '.inf',
  '*x',
  '&x',
  '!!binary x',
  '{a: 1}',
  '[[]]',
  '"\\0"',
  '.nan',
];

/** The place of the fence, so that most damage falls on what is read. */
function somewhere(page: string, random: (below: number) => number): number {
  const start = random(4) === 0 ? 0 : page.indexOf('````yaml');
  return start + random(page.length - start);
}

function editLine(edit: (line: string, random: (below: number) => number) => string): Mutation {
  return (page, random) => {
    const lines = page.split('\n');
    const fence = page.slice(0, page.indexOf('````yaml')).split('\n').length;
    const at = fence + random(lines.length - fence - 2);
    lines[at] = edit(lines[at] ?? '', random);
    return lines.join('\n');
  };
}

const MUTATIONS: Record<string, Mutation> = {
  'cut off': (page, random) => page.slice(0, somewhere(page, random)),
  'head lost': (page, random) => page.slice(random(page.length)),
  'part lost': (page, random) => {
    const at = somewhere(page, random);
    return page.slice(0, at) + page.slice(at + random(400));
  },
  'part doubled': (page, random) => {
    const at = somewhere(page, random);
    const part = page.slice(at, at + 1 + random(600));
    return page.slice(0, at) + part + part + page.slice(at);
  },
  'line doubled': editLine((line) => `${line}\n${line}`),
  'line lost': editLine(() => ''),
  'line indented': editLine((line, random) => ' '.repeat(1 + random(4)) + line),
  'line outdented': editLine((line) => line.replace(/^ {2}/, '')),
  'tab for spaces': editLine((line) => line.replace(/^ +/, '\t')),
  'value replaced': editLine((line, random) => line.replace(/:.*$/, `: ${VALUES[random(VALUES.length)]}`)),
  'item replaced': editLine((line, random) => line.replace(/- .*$/, `- ${VALUES[random(VALUES.length)]}`)),
  'key renamed': editLine((line, random) =>
    line.replace(/[\w$]+:/, `${['x', '$ref', '__proto__', 'type', 'properties', '1'][random(6)]}:`),
  ),
  garbled: (page, random) => {
    const bytes = Buffer.from(page);
    for (let n = 0; n < 8; n += 1) bytes[somewhere(page, random)] = random(256);
    return bytes;
  },
  'characters swapped': (page, random) => {
    const at = somewhere(page, random);
    return page.slice(0, at) + (page[at + 1] ?? '') + (page[at] ?? '') + page.slice(at + 2);
  },
  'UTF-16': (page) => Buffer.from(`\uFEFF${page}`, 'utf16le'),
  'UTF-16, no mark': (page) => Buffer.from(page, 'utf16le'),
  'UTF-8 mark': (page) => `\uFEFF${page}`,
  'Latin-1': (page, random) => {
    const at = somewhere(page, random);
    return Buffer.from(`${page.slice(0, at)}é${page.slice(at)}`, 'latin1');
  },
  CRLF: (page) => page.replaceAll('\n', '\r\n'),
  'old Mac line ends': (page) => page.replaceAll('\n', '\r'),
};

/** So many damaged copies, each under a name that says how it was damaged. */
export function mutationsOf(page: string, count: number): { name: string; bytes: Uint8Array }[] {
  const kinds = Object.entries(MUTATIONS);
  return Array.from({ length: count }, (_, index) => {
    const [kind, mutate] = kinds[index % kinds.length] as [string, Mutation];
    return { name: `${index} ${kind}`, bytes: Buffer.from(mutate(page, randomFrom(index)) as string) };
  });
}
