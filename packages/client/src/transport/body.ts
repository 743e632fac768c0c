// A request body, serialised as the media type says that it is sent by.
import { mediaKindOf } from './media-kind.ts';

/** A body for fetch, and its Content-Type; `null` where the platform is to set it. */
export function serialiseBody(body: unknown, mediaType: string): [body: unknown, contentType: string | null] {
  const isRange = mediaType.endsWith('*');
  if (isSentAsIs(body) || (typeof body === 'string' && mediaKindOf(mediaType) !== 'json'))
    return [body, isRange || body instanceof FormData ? null : mediaType];
  if (/^multipart\//i.test(mediaType)) return [fillIn(new FormData(), body), null];
  if (/urlencoded/i.test(mediaType)) return [fillIn(new URLSearchParams(), body), mediaType];
  return [JSON.stringify(body), isRange ? 'application/json' : mediaType];
}

/** What fetch takes as it is, of whatever realm. */
function isSentAsIs(body: unknown): boolean {
  return /(Blob|File|Data|Params|Stream|Buffer|\dArray)]$/.test({}.toString.call(body));
}

/** A list becomes one field for each item; what is missing or `null` is left out. */
function fillIn<Form extends FormData | URLSearchParams>(form: Form, body: unknown): Form {
  for (const [name, value] of Object.entries(body as object)) {
    for (const one of [value].flat()) if (one != null) form.append(name, fieldOf(one, form) as string);
  }
  return form;
}

function fieldOf(value: unknown, form: FormData | URLSearchParams): unknown {
  if (Object(value) !== value || value instanceof Blob) return value;
  const json = JSON.stringify(value);
  return form instanceof FormData ? new Blob([json], { type: 'application/json' }) : json;
}
