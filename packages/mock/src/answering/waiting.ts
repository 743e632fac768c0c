// What an answer says of waiting. The document's examples would have a test wait for half a minute, and until a time long past.
import type { Header } from '../declared/responses.ts';
import { isObject } from '../json.ts';
import type { Judge } from '../judging/judge.ts';
import type { Answer } from './answer.ts';
import type { Choice, Preferences } from './choose.ts';

/** Unix seconds have as many digits at least; fewer are seconds from now. */
const UNIX_SECONDS = /^\d{10,}$/;

/** Seconds, as the API's window has. */
const WINDOW = 60;

/**
 * Who is told to come back may do so at once, unless it is an example that was asked for by its name; and a window that has ended
 * ends in a minute.
 */
export function untiring(
  answer: Answer,
  { response, content }: Choice,
  { judge, preferences }: { judge: Judge; preferences: Preferences },
): Answer {
  const headers = { ...answer.headers };
  const reset = headers['x-ratelimit-reset'] ?? '';
  const now = Math.ceil(Date.now() / 1000);
  if (UNIX_SECONDS.test(reset) && Number(reset) < now) headers['x-ratelimit-reset'] = String(now + WINDOW);
  if (preferences.exampleKey !== undefined || preferences.body) return { ...answer, headers };
  const isFree = (schema: string | undefined, value: unknown) =>
    schema === undefined || judge.answer(schema, value).length === 0;
  if (Number(headers['retry-after']) > 0 && isFree(headerOf(response.headers)?.schema, 0)) {
    headers['retry-after'] = '0';
  }
  const { body } = answer;
  if (!body || !isObject(body.value) || typeof body.value.retry_after !== 'number')
    return { ...answer, headers };
  const value = { ...body.value, retry_after: 0 };
  return { ...answer, headers, ...(isFree(content?.schema, value) && { body: { ...body, value } }) };
}

function headerOf(headers: readonly Header[]): Header | undefined {
  return headers.find(({ name }) => name.toLowerCase() === 'retry-after');
}
