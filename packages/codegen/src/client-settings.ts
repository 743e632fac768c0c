// spec/client.yaml: what the client sends to prove who it is, and where it calls when the document does not say.

import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, type Json } from '@agentsource/openapi/json';
import { parse } from 'yaml';

export interface ClientSettings {
  /** The name of the security scheme that the client sends. */
  securityScheme: string;
  /** The environment variable that holds the key. */
  environmentVariable: string;
  /** Where the API is, if the document's first server is missing or relative. */
  server?: string;
}

const KEYS = ['securityScheme', 'environmentVariable', 'server'];

/** @throws {PipelineError} that says what in the file is wrong. */
export function parseClientSettings(yaml: string): ClientSettings {
  const value = parseYaml(yaml);
  if (!isObject(value)) throw refusal('securityScheme and environmentVariable are expected');
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw refusal(`${JSON.stringify(unknown)} is none of its keys: ${KEYS.join(', ')}`);
  const { securityScheme, environmentVariable, server } = value;
  if (typeof securityScheme !== 'string' || securityScheme === '')
    throw refusal("securityScheme must be the name of one of the document's security schemes");
  if (typeof environmentVariable !== 'string' || !/^[A-Za-z_]\w*$/.test(environmentVariable))
    throw refusal('environmentVariable must be the name of an environment variable');
  if (server === undefined) return { securityScheme, environmentVariable };
  if (typeof server !== 'string' || !isHttps(server)) throw refusal('server must be an https URL');
  return { securityScheme, environmentVariable, server };
}

/** Whether the key may go there: an absolute https URL that holds nothing but where the API is. */
export function isHttps(url: string): boolean {
  return /^https:\/\/[^/?#@\\{}]+(\/[^?#\\{}]*)?$/i.test(url) && URL.canParse(url);
}

function parseYaml(yaml: string): Json {
  try {
    return parse(yaml) as Json;
  } catch (error) {
    throw refusal((error as Error).message.split('\n')[0] ?? '');
  }
}

function refusal(what: string): PipelineError {
  return new PipelineError(`spec/client.yaml: ${what}`);
}
