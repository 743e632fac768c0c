// The page at `/`: the operations of the document, each to be tried, and what was asked lately. It is one file and asks nothing of
// elsewhere. The document is a stranger's: its text is escaped, and a content security policy lets no script run but ours.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Html, html } from '@agentsource/openapi/html';
import { carried } from '../carried.ts';
import { type Operation, operationName } from '../declared/operations.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import type { Responder } from '../responder.ts';
import { addressOf, operationSection } from './operation.ts';
import { pathCode, prose } from './prose.ts';

export interface PageOptions {
  responder: Responder;
  document: { title: string; version: string; description?: string };
  /** Whether it is the document of this package, which our client is made for. */
  isOwn: boolean;
  /** Whether the page can ask what was asked lately. */
  hasRequests: boolean;
}

/** The page as a whole, or that of the operation that the URL names. */
export function page(url: string, options: PageOptions): HttpAnswer {
  const { operations } = options.responder;
  const name = new URL(url, 'http://mock.invalid').searchParams.get('operation');
  const operation = operations.find(
    (one) => new URL(addressOf(one), 'http://mock.invalid').searchParams.get('operation') === name,
  );
  const { script, style } = assets();
  const { text } = whole(operation, { ...options, isUnknown: name !== null && !operation });
  return {
    status: name !== null && !operation ? 404 : 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy(script, style),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      vary: 'accept',
    },
    text,
  };
}

/** Whether the caller is a browser that opens a page. */
export function wantsPage({
  method,
  url,
  accept = '',
}: {
  method: string;
  url: string;
  accept?: string | undefined;
}): boolean {
  const [path] = url.split('?');
  return (method === 'GET' || method === 'HEAD') && path === '/' && /\btext\/html\b/i.test(accept);
}

function whole(operation: Operation | undefined, options: PageOptions & { isUnknown: boolean }): Html {
  const { document, responder, isOwn, hasRequests, isUnknown } = options;
  const { script, style } = assets();
  const title = operation ? `${operationName(operation)} · ${document.title}` : document.title;
  const main = html`<main data-client="${String(isOwn)}">
${operation ? operationSection(operation, responder) : intro(options)}
${isUnknown && html`<p role="alert">The document has no such operation.</p>`}
${hasRequests ? REQUESTS : NO_REQUESTS}
</main>`;
  const nav = html`<nav id="operations" aria-labelledby="all"><h2 id="all">Operations</h2><ul>${responder.operations.map((one) => link(one, one === operation))}</ul></nav>`;
  // On a phone one comes after the other.
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · mock</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<header><a href="/"><strong>${document.title}</strong></a> <span>${document.version}</span> <span class="badge">mock</span>
<a class="to-operations" href="#operations">All operations</a></header>
${operation ? [main, nav] : [nav, main]}
<script type="module">${new Html(script)}</script>
</body>
</html>`;
}

function intro({ document, responder: { operations } }: PageOptions): Html {
  return html`<h1>${document.title}</h1>
<p class="lead">A mock of ${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}: it judges each request by the document, and answers with its examples.</p>
<p>The document: <a href="/openapi.json">openapi.json</a>, <a href="/openapi.yaml">openapi.yaml</a></p>
${prose(document.description)}`;
}

function link(operation: Operation, isCurrent: boolean): Html {
  const { method, path, summary } = operation;
  const current = isCurrent && html` aria-current="page"`;
  return html`<li><a href="${addressOf(operation)}"${current}><span class="method">${method.toUpperCase()}</span> ${pathCode(path)}${summary !== undefined && html` <small>${summary}</small>`}</a></li>`;
}

const REQUESTS = html`<section id="requests" aria-labelledby="asked"><h2 id="asked">Asked lately</h2>
<p><button type="button" id="refresh">Refresh</button></p><div id="list"></div></section>`;

const NO_REQUESTS = html`<section aria-labelledby="asked"><h2 id="asked">Asked lately</h2>
<p class="note">To be had on a loopback address of this machine, or from /__mock/requests with the control token.</p></section>`;

/** Scripts and styles are named by what they are, so that no other runs; nothing is loaded from anywhere. */
function policy(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types',
  ].join('; ');
}

let kept: { script: string; style: string } | undefined;

/** Made when the package is built; read when somebody first looks. */
function assets(): { script: string; style: string } {
  const read = (file: string) => readFileSync(carried(file), 'utf8');
  kept ??= { script: read('page.js'), style: read('page.css') };
  return kept;
}
