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
      return judgeForm((value) => validator.isValidText(schema, asText(value)), isScalar);
    case 'multipart':
      // An object is a part of its own, as JSON.
      return judgeForm(
        (value) => validator.isValidText(schema, asParts(value)),
        (item) => isScalar(item) || isObject(item),
      );
    case 'text':
    case 'bytes':
      return { isSendable: (value) => typeof value === 'string' && value !== '', isValid };
    default:
      return { isSendable: () => true, isValid };
  }
}

function judgeForm(isValid: Judge['isValid'], isMember: (value: Json) => boolean): Judge {
  return {
    isSendable: (value) => isForm(value, isMember) && !isReadOtherwise(isValid, value, otherForms(value)),
    isValid,
  };
}

export function judgeParameter({ validator }: Context, parameter: Parameter): Judge {
  const { schema, mediaType } = parameter;
  if (mediaType !== undefined) {
    return {
      isSendable: (value) => parameter.in !== 'cookie' && isToken(JSON.stringify(value)),
      isValid: (value) => validator.isValid(schema, value),
    };
  }
  const isValid = (value: Json) => validator.isValidText(schema, asText(value));
  return {
    isSendable: (value) =>
      isWritable(parameter, value) && !isReadOtherwise(isValid, value, otherReadings(parameter, value)),
    isValid,
  };
}

/** Styles have no form for an empty list or object, and some for no object; nor does the client, for lists in one cookie. */
function isWritable(parameter: Parameter, value: Json): boolean {
  const { in: where, style, explode, isAlone } = parameter;
  if (where === 'path' && !isAlone) return isScalar(value) && /^[A-Za-z0-9]+$/.test(String(value));
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(itemTest(parameter)) && (where !== 'cookie' || explode);
  }
  if (isObject(value)) {
    const hasForm = where !== 'cookie' && style !== 'spaceDelimited' && style !== 'pipeDelimited';
    return hasForm && Object.keys(value).length > 0 && Object.values(value).every(isPlain);
  }
  if (where === 'query' || (where === 'path' && style === 'simple')) return isScalar(value);
  return where === 'path' ? isPlain(value) : isToken(value);
}

/** Whether the text of an invalid value may be taken for that of a valid one: one item for a list of one. */
function isReadOtherwise(isValid: Judge['isValid'], value: Json, readings: Json[]): boolean {
  return !isValid(value) && readings.some(isValid);
}

/** What else the one text of a scalar may be: a list, or an object where that is written in one text too. */
function otherReadings({ style, explode }: Parameter, value: Json): Json[] {
  if (!isScalar(value)) return [];
  const isInOneText = style !== 'deepObject' && !(style === 'form' && explode);
  return [[value], ...(isInOneText ? [{ [String(value)]: '' }] : [])];
}

/** What else a member may be: a list of one, or JSON that is taken for plain text. */
function otherForms(value: Json): Json[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const text = [member].flat().map((item) => (isObject(item) ? JSON.stringify(item) : item));
    return [text, text[0] ?? [], [member]].map((other) => ({ ...value, [name]: other }));
  });
}

function isScalar(value: Json): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
}

/** What stands in a list beside others, or in an object, is not to hold what parts them. */
function isPlain(value: Json): boolean {
  return isScalar(value) && !/[,;.=&| ]/.test(String(value));
}

function itemTest({ in: where, style, explode }: Parameter): (value: Json) => boolean {
  return where === 'query' && style === 'form' && explode ? isScalar : isPlain;
}

/** What a header or a cookie can hold as it is, in printable ASCII and without blanks around it. */
function isToken(value: Json): boolean {
  return isScalar(value) && /^[!-~](?:[ -~]*[!-~])?$/.test(String(value));
}

/** Members that can be sent, or lists of them. */
function isForm(value: Json, isMember: (value: Json) => boolean): boolean {
  const isSendable = (member: Json) =>
    Array.isArray(member) ? member.length > 0 && member.every(isMember) : isMember(member);
  return isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isSendable);
}

/** Everything as text, whatever it was. */
function asText(value: Json): Json {
  if (Array.isArray(value)) return value.map(asText);
  if (!isObject(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asText(member)]));
}

/** What isn't a JSON part of its own, as text. */
function asParts(value: Json): Json {
  const asPart = (member: Json) => (isObject(member) ? member : String(member));
  if (!isObject(value)) return asText(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      Array.isArray(member) ? member.map(asPart) : asPart(member),
    ]),
  );
}
