// The page's script: sends what is filled in, shows what comes back, the code for it, and what was asked lately. Whatever it shows is put
// there as text.
import { clientCode, curl, fetchCode } from './code.ts';
import { type Draft, type Filled, requestOf } from './request.ts';

interface Recorded {
  method: string;
  path: string;
  status?: number;
  refused?: string;
}

/** Requests that are shown, and characters of each, or of an answer. */
const MOST = { requests: 20, text: 20_000 };

const form = document.querySelector<HTMLFormElement>('#send');
const list = document.querySelector('#list');

if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form).then(showRequests);
  });
  form.addEventListener('input', () => showCode(form));
  showCode(form);
}
document.querySelector('#refresh')?.addEventListener('click', () => void showRequests());
// Whoever comes back from elsewhere has asked something there.
addEventListener('focus', () => void showRequests());
void showRequests();

function draftOf(filledIn: HTMLFormElement): Draft {
  const { method = '', path = '' } = filledIn.dataset;
  const inputs = [...filledIn.querySelectorAll<HTMLInputElement>('input[data-name]')];
  const body = filledIn.querySelector<HTMLTextAreaElement>('#body');
  return {
    method,
    path,
    parameters: inputs.map(({ dataset, value }) => ({
      name: dataset.name ?? '',
      in: dataset.in as Filled['in'],
      kind: dataset.kind as Filled['kind'],
      style: dataset.style ?? '',
      explode: dataset.explode === 'true',
      isKey: dataset.key === 'true',
      text: value,
    })),
    ...(body && { body: { contentType: body.dataset.type ?? '', text: body.value } }),
  };
}

function showCode(filledIn: HTMLFormElement): void {
  const draft = draftOf(filledIn);
  const isClient = document.querySelector('main')?.dataset.client === 'true';
  const samples: [string, string][] = [
    isClient ? ['Client', clientCode(draft, location.origin)] : ['fetch', fetchCode(draft, location.origin)],
    ['cURL', curl(draft, location.origin)],
  ];
  const shown = samples.flatMap(([title, code]) => {
    const head = document.createElement('div');
    head.className = 'sample';
    head.append(element('h3', title), copyButton(title, code));
    return [head, block(code)];
  });
  document.querySelector('#samples')?.replaceChildren(...shown);
}

async function send(filledIn: HTMLFormElement): Promise<void> {
  const { url, headers, cookies, body } = requestOf(draftOf(filledIn));
  const prefer = filledIn.querySelector<HTMLSelectElement>('#prefer')?.value;
  const answer = document.querySelector('#answer');
  for (const [name, value] of cookies) {
    // biome-ignore lint/suspicious/noDocumentCookie: the only way to have a page send one.
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=60; samesite=strict`;
  }
  const started = performance.now();
  try {
    const response = await fetch(url, {
      method: filledIn.dataset.method ?? 'GET',
      headers: { ...headers, ...(prefer && { prefer }) },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const took = Math.round(performance.now() - started);
    const names = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    answer?.replaceChildren(
      element('h3', `${response.status} ${response.statusText} in ${took} ms`),
      block(pretty(text)),
      folded('Headers', names),
    );
  } catch (error) {
    answer?.replaceChildren(element('h3', 'No answer'), element('p', (error as Error).message));
  }
}

async function showRequests(): Promise<void> {
  if (!list) return;
  try {
    const response = await fetch('/__mock/requests');
    const { requests } = (await response.json()) as { requests: Recorded[] };
    const last = requests.slice(-MOST.requests).reverse();
    list.replaceChildren(...(last.length === 0 ? [element('p', 'Nothing yet.')] : last.map(requestItem)));
  } catch {
    list.replaceChildren(element('p', 'The mock does not answer.'));
  }
}

function requestItem(request: Recorded): HTMLElement {
  const { method, path, status, refused } = request;
  const line = `${method} ${path} ${status ?? '…'}${refused === undefined ? '' : ` ${refused}`}`;
  return folded(line.slice(0, 300), cut(JSON.stringify(request, null, 2)));
}

function folded(summary: string, text: string): HTMLElement {
  const details = document.createElement('details');
  details.append(element('summary', summary), block(text));
  return details;
}

function copyButton(title: string, code: string): HTMLElement {
  const button = element('button', 'Copy') as HTMLButtonElement;
  button.type = 'button';
  button.setAttribute('aria-label', `Copy ${title}`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code);
    button.textContent = 'Copied';
  });
  return button;
}

function block(text: string): HTMLElement {
  const pre = element('pre', text);
  // So that who has no mouse can scroll it.
  pre.tabIndex = 0;
  return pre;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function pretty(text: string): string {
  try {
    return cut(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    return cut(text);
  }
}

function cut(text: string): string {
  return text.length > MOST.text
    ? `${text.slice(0, MOST.text)}\n… and ${text.length - MOST.text} more`
    : text;
}
