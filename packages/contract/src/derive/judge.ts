// What can be sent of a value, and how it is judged: JSON as it is, parameters and forms as the reader of their text would.
import { isObject, type Json } from '@agentsource/openapi/json';
import type { Content } from '../operation/contents.ts';
import { formatOf } from '../operation/media-type.ts';
import type { Parameter } from '../operation/parameters.ts';
import type { Context } from './schema.ts';

export interface Judge {
  isValid(value: Json): boolean;
  /** False for what can't be sent at all, such as an empty path parameter. */
  isSendable(value: Json): boolean;
}

export function judgeBody({ validator }: Context, { mediaType, schema = '' }: Content): Judge {
  const isValid = (value: Json) => validator.isValid(schema, value);
  switch (formatOf(mediaType)) {
    case 'form':
    case 'multipart':
      return { isSendable: isForm, isValid: (value) => validator.isValidText(schema, asText(value)) };
    case 'text':
    case 'bytes':
      return { isSendable: (value) => typeof value === 'string' && value !== '', isValid };
    default:
      return { isSendable: () => true, isValid };
  }
}

export function judgeParameter({ validator }: Context, parameter: Parameter): Judge {
  const { schema, mediaType } = parameter;
  const isText = parameter.in === 'query' || parameter.in === 'path' ? isScalar : isToken;
  if (mediaType !== undefined) {
    return {
      isSendable: (value) => parameter.in === 'query' || isToken(JSON.stringify(value)),
      isValid: (value) => validator.isValid(schema, value),
    };
  }
  return {
    isSendable(value) {
      if (Array.isArray(value)) return value.length > 0 && value.every(isItem(parameter));
      if (!isObject(value)) return isText(value);
      return Object.keys(value).length > 0 && Object.values(value).every(isPlain);
    },
    isValid: (value) => validator.isValidText(schema, asText(value)),
  };
}

function isScalar(value: Json): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
}

/** What stands in a list beside others, or in an object, is not to hold what parts them. */
function isPlain(value: Json): boolean {
  return isScalar(value) && !/[,;.=&| ]/.test(String(value));
}

function isItem({ in: where, style, explode }: Parameter): (value: Json) => boolean {
  return where === 'query' && style === 'form' && explode ? isScalar : isPlain;
}

/** What a header or a cookie can hold as it is, in printable ASCII and without blanks around it. */
function isToken(value: Json): boolean {
  return isScalar(value) && /^[!-~](?:[ -~]*[!-~])?$/.test(String(value));
}

/** Members of one level, or lists of such. */
function isForm(value: Json): boolean {
  const isMember = (member: Json) =>
    isScalar(member) || (Array.isArray(member) && member.length > 0 && member.every(isScalar));
  return isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isMember);
}

/** Everything as text, whatever it was. */
function asText(value: Json): Json {
  if (Array.isArray(value)) return value.map(asText);
  if (!isObject(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asText(member)]));
}
