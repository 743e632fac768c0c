// Calls that the document does not declare as JSON alone, so that openapi-fetch sends, and the answer is read, as it does.
// What is generated imports this only where the document has such calls.
import { createQuerySerializer, defaultPathSerializer, mergeHeaders } from 'openapi-fetch';
import type { CallFacts } from '../client-types.ts';
import { UsageError } from '../errors/usage-error.ts';
import { serialiseBody } from './body.ts';
import type { CallInit } from './call-init.ts';
import type { Declarations, Declared, DeclaredCalls, OpenApiFetchClient, Styles } from './declared.ts';
import { mediaKindOf } from './media-kind.ts';
import type { HeadersOptions } from './openapi-fetch-types.ts';
import type { Reading } from './reading.ts';

type Values = Record<string, unknown>;

/** Makes calls, and reads answers, by a table of what is declared. */
export function declaredCalls(declarations: Declarations): DeclaredCalls {
  return {
    init(init, client, facts) {
      const declared = declarations[facts.call];
      return declared ? asDeclared(init, declared, client, facts) : init;
    },
    reading(call, response) {
      const answers = declarations[call]?.answers;
      return answers && readingOf(response, answers);
    },
  };
}

function readingOf({ status, headers }: Response, answers: NonNullable<Declared['answers']>): Reading {
  const types = answers[status] ?? answers['2XX'] ?? answers.default;
  if (!types) return 'jsonIfAny';
  const [first] = types;
  if (!first) return 'nothing';
  // What nobody declares is taken for the first, so that it is an error where that is JSON, and no surprise.
  const kind = mediaKindOf(headers.get('Content-Type') || first);
  return types.some((type) => type.endsWith('*') || mediaKindOf(type) === kind) ? kind : mediaKindOf(first);
}

function asDeclared(
  init: CallInit,
  declared: Declared,
  client: OpenApiFetchClient,
  facts: CallFacts,
): CallInit {
  const { server, query, path } = declared;
  const baseUrl = (init.baseUrl ?? client.baseUrl).replace(/\/$/, '');
  if (server && server !== baseUrl)
    throw new UsageError(`it is at ${server}, the API key goes to ${baseUrl} only`, facts);
  const { body, header } = sentBy(init, declared, client);
  return {
    ...(query &&
      !client.querySerializer && { querySerializer: (values: Values) => serialiseParameters(values, query) }),
    ...(path &&
      !client.pathSerializer && {
        pathSerializer: (_: string, values: Values) => defaultPathSerializer(baseUrl + path, values),
      }),
    ...(body !== undefined && { bodySerializer: () => body }),
    ...init,
    params: { ...init.params, header },
  };
}

/** The body as it is sent, and the headers that openapi-fetch puts above all others; `null` takes one away. */
function sentBy(
  init: CallInit,
  { body: [type = 'application/json'] = [], cookies: cookieStyles }: Declared,
  client: OpenApiFetchClient,
) {
  const { body, contentType, bodySerializer = client.bodySerializer, params } = init;
  const header: Values = { ...params?.header };
  const headers = mergeHeaders(client.headers, init.headers, header as HeadersOptions);
  // openapi-fetch takes declared cookies, and does not send them. Browsers let nobody but themselves send any.
  const cookies = serialiseParameters(params?.cookie, cookieStyles).replaceAll('&', '; ');
  const others = headers.get('Cookie');
  if (cookies) header.Cookie = others ? `${others}; ${cookies}` : cookies;
  if (body === undefined || bodySerializer) return { header };
  const [sent, sentType] = serialiseBody(body, contentType ?? headers.get('Content-Type') ?? type);
  return { body: sent, header: { ...header, 'Content-Type': sentType } };
}

/** As in a query, each by itself, since openapi-fetch takes one style for all. */
function serialiseParameters(values: Values = {}, styles: Styles = {}): string {
  const all = Object.entries(values).map(([name, value]) => {
    const style = styles[name];
    return createQuerySerializer(style)({ [style?.as ?? name]: style?.json ? JSON.stringify(value) : value });
  });
  return all.filter(Boolean).join('&');
}
