// Finds the JSON and cURL examples of a documentation page, and what each claims to be: a request or a response.

export interface PageExample {
  kind: 'json' | 'curl';
  /** 'unknown' when neither the fence nor the title above it says which; status is what the title names, if it does. */
  direction: 'request' | 'response' | 'unknown';
  status: number | 'error' | undefined;
  text: string;
  /** Of the example's first line in the page, from 1. */
  line: number;
}

const FENCE =
  /^(?<indent>[ \t]*)(?<ticks>`{3,}|~{3,})(?<info>[^\n`]*)\n(?<body>[\s\S]*?)^[ \t]*\k<ticks>[ \t\r]*$/gm;
/** What a reader takes for the title of the example below it. */
const TITLE =
  /^[ \t]*(?:#{1,6}[ \t]+(?<heading>.+)|<\w+[^>\n]*\btitle="(?<attribute>[^"]*)"|\*\*(?<bold>[^*\n]+)\*\*:?[ \t]*$)/gm;
const SHELLS = /^(?:bash|console|curl|sh|shell|zsh)$/i;

export function examplesOfPage(page: string): PageExample[] {
  return [...page.matchAll(FENCE)].flatMap((fence): PageExample[] => {
    const { indent = '', info = '', body = '' } = fence.groups ?? {};
    const [language = '', ...label] = info.trim().split(/\s+/);
    const before = page.slice(0, fence.index);
    const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const example = { text, line: before.split('\n').length + 1 };
    if (/^jsonc?$/i.test(language)) {
      return [{ kind: 'json', ...claimOf([label.join(' '), titleAbove(before)]), ...example }];
    }
    if (!SHELLS.test(language) || !/\bcurl\b/.test(text)) return [];
    return [{ kind: 'curl', direction: 'request', status: undefined, ...example }];
  });
}

function titleAbove(text: string): string {
  const { heading, attribute, bold } = [...text.matchAll(TITLE)].at(-1)?.groups ?? {};
  return heading ?? attribute ?? bold ?? '';
}

/** The first title that says which one it is decides. */
function claimOf(titles: readonly string[]): Pick<PageExample, 'direction' | 'status'> {
  for (const title of titles) {
    const isResponse = /\bresponse|\bresult|\boutput/i.test(title);
    const isRequest = /\brequest|\bbody|\bpayload|\binput/i.test(title);
    if (isResponse === isRequest) continue;
    return {
      direction: isResponse ? 'response' : 'request',
      status: isResponse ? statusOf(title) : undefined,
    };
  }
  return { direction: 'unknown', status: undefined };
}

function statusOf(title: string): PageExample['status'] {
  const code = /\b[1-5]\d\d\b/.exec(title)?.[0];
  if (code !== undefined) return Number(code);
  return /\berror|\bfail/i.test(title) ? 'error' : undefined;
}
