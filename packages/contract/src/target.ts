// The server to run against: a mock that the suite starts itself, or the Prism that CONTRACT_BASE_URL names.
import { DOCUMENT_SHA256 } from '@agentsource/client';
import { startMock } from '@agentsource/mock';
import { isLoopback } from '@agentsource/webhooks/loopback';
import type { Subject } from './subject.ts';

export interface Target {
  url: string;
  /** The suite's own mock beside another server, to check excuses with; undefined when it is the target itself. */
  reference: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the target of a run.
 *
 * @throws Error if `baseUrl` is not an http URL on this machine, or if the mock or the client was built from another document.
 */
export async function openTarget(subject: Subject, baseUrl: string | undefined): Promise<Target> {
  const other = baseUrl === undefined ? undefined : checkedUrl(baseUrl);
  refuseOther('client', DOCUMENT_SHA256, subject.sha256);
  // Whatever the schemas allow: where a name alone says what a text holds, a fact of the document would not show.
  const mock = await startMock({ texts: 'any' });
  try {
    refuseOther('mock', mock.document.sha256, subject.sha256);
  } catch (error) {
    await mock.close();
    throw error;
  }
  return { url: other ?? mock.url, reference: other && mock.url, close: () => mock.close() };
}

/** A real server would really enroll people: only this machine is asked. */
export function checkedUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url?.protocol === 'http:' && isLoopback(url)) return url.href.replace(/\/$/, '');
  throw new Error(
    `CONTRACT_BASE_URL is ${JSON.stringify(baseUrl)}: only a mock on this machine is asked (http://127.0.0.1:<port>, ` +
      'http://localhost:<port> or http://[::1]:<port>), since a real server would really enroll. Unset it to let the suite start its own mock.',
  );
}

function refuseOther(what: string, sha256: string, expected: string): void {
  if (sha256 === expected) return;
  throw new Error(
    `the ${what} was built from another document (sha256 ${sha256}) than spec/dist/openapi.json (${expected}); run pnpm build`,
  );
}
