// The rule that nothing is enrolled twice, as a table: what came back, what that means, and who may send again.
import { describe, expect, test } from 'vitest';
import { ConnectionError, RedirectError, TimeoutError, UsageError } from '../../src/index.ts';
import {
  type CameBack,
  classify,
  isIdempotent,
  mayHaveActed,
  type Outcome,
} from '../../src/transport/classify.ts';
import { Aborted, TimedOut } from '../../src/transport/timing.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED'), {
  code: 'ECONNREFUSED',
  syscall: 'connect',
});
const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
const fetchFailed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });

type Repeats = 'all' | 'idempotent' | 'none';
const TABLE: [what: string, cameBack: CameBack, outcome: Outcome, repeats: Repeats][] = [
  ['200', { status: 200 }, 'success', 'none'],
  ['204', { status: 204 }, 'success', 'none'],
  ['299 with Retry-After', { status: 299, retryAfter: 1 }, 'success', 'none'],
  ['300', { status: 300 }, 'final', 'none'],
  ['301', { status: 301 }, 'uncertain', 'none'],
  ['302', { status: 302 }, 'uncertain', 'none'],
  ['303', { status: 303 }, 'uncertain', 'none'],
  ['304', { status: 304 }, 'final', 'none'],
  ['307', { status: 307 }, 'final', 'none'],
  ['308', { status: 308 }, 'final', 'none'],
  ['a redirect that the browser hides', { status: 0 }, 'uncertain', 'none'],
  ['400', { status: 400 }, 'final', 'none'],
  ['401', { status: 401 }, 'final', 'none'],
  ['403', { status: 403 }, 'final', 'none'],
  ['404', { status: 404 }, 'final', 'none'],
  ['404 with Retry-After', { status: 404, retryAfter: 1 }, 'final', 'none'],
  ['408', { status: 408 }, 'uncertain', 'idempotent'],
  ['409', { status: 409 }, 'final', 'none'],
  ['422', { status: 422 }, 'final', 'none'],
  ['429', { status: 429 }, 'refused', 'all'],
  ['429 with Retry-After', { status: 429, retryAfter: 7 }, 'refused', 'all'],
  ['499', { status: 499 }, 'final', 'none'],
  ['500', { status: 500 }, 'uncertain', 'idempotent'],
  ['500 with Retry-After', { status: 500, retryAfter: 1 }, 'uncertain', 'idempotent'],
  ['502', { status: 502 }, 'uncertain', 'idempotent'],
  ['503', { status: 503 }, 'uncertain', 'idempotent'],
  ['503 with Retry-After', { status: 503, retryAfter: 1 }, 'refused', 'all'],
  ['503 with Retry-After: 0', { status: 503, retryAfter: 0 }, 'refused', 'all'],
  ['504', { status: 504 }, 'uncertain', 'idempotent'],
  ['599', { status: 599 }, 'uncertain', 'idempotent'],
  ['a connection that never opened', { error: fetchFailed(refused) }, 'refused', 'all'],
  ['a connection that was lost', { error: fetchFailed(lost) }, 'uncertain', 'idempotent'],
  ['a failure that says nothing', { error: fetchFailed(undefined) }, 'uncertain', 'idempotent'],
  ['no error at all', { error: undefined }, 'uncertain', 'idempotent'],
  ['an attempt out of time', { error: new TimedOut(30_000) }, 'uncertain', 'idempotent'],
  ['an abort', { error: new Aborted('enough') }, 'uncertain', 'none'],
  ['an abort for a connect error', { error: new Aborted(refused) }, 'uncertain', 'none'],
  [
    'a redirect 303, refused',
    { error: new RedirectError('no', { status: 303, mayHaveActed: true }) },
    'uncertain',
    'none',
  ],
  ['a redirect 307, refused', { error: new RedirectError('no', { status: 307 }) }, 'final', 'none'],
  ['a nested fetch that gave up', { error: new ConnectionError('no', { cause: refused }) }, 'final', 'none'],
  [
    'a nested fetch out of time',
    { error: new TimeoutError('no', { mayHaveActed: true }) },
    'uncertain',
    'none',
  ],
  ['a nested fetch used wrongly', { error: new UsageError('no') }, 'final', 'none'],
];

describe.each(TABLE)('%s', (_, cameBack, outcome, repeats) => {
  test(`is ${outcome}`, () => {
    expect(classify(cameBack, false).outcome).toBe(outcome);
    expect(classify(cameBack, true).outcome).toBe(outcome);
  });

  test(`is repeated for ${repeats}`, () => {
    expect({
      post: classify(cameBack, false).mayRepeat,
      get: classify(cameBack, true).mayRepeat,
    }).toEqual({ post: repeats === 'all', get: repeats !== 'none' });
  });
});

test('nothing that may have been acted on is repeated unless it is idempotent', () => {
  const statuses: CameBack[] = Array.from({ length: 600 }, (_, status) => ({ status }));
  const cameBack = [
    ...statuses,
    ...statuses.map((one) => ({ ...one, retryAfter: 1 })),
    ...TABLE.map((row) => row[1]),
  ];
  for (const one of cameBack) {
    const { outcome, mayRepeat } = classify(one, false);
    expect(mayRepeat && mayHaveActed(outcome)).toBe(false);
  }
});

test('the server may have acted on what succeeded and on what is uncertain', () => {
  const outcomes: Outcome[] = ['success', 'refused', 'uncertain', 'final'];
  expect(outcomes.filter(mayHaveActed)).toEqual(['success', 'uncertain']);
});

test('idempotent methods are those of RFC 9110', () => {
  const methods = [
    'GET',
    'HEAD',
    'OPTIONS',
    'TRACE',
    'PUT',
    'DELETE',
    'POST',
    'PATCH',
    'CONNECT',
    'get',
    'PUTS',
  ];
  expect(methods.filter(isIdempotent)).toEqual(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);
});
