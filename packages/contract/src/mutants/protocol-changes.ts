// The single-fact changes of what is around the schemas: paths, methods, statuses, security, bodies, parameters, examples.
import { METHODS } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { type Change, rename } from './change.ts';

export function operationChanges({ security, requestBody, parameters }: JsonObject): Change[] {
  return [
    ...(Array.isArray(security) ? [openToEveryone] : []),
    ...(isObject(requestBody) ? bodyChanges(requestBody) : []),
    ...(Array.isArray(parameters) ? parameters : []).flatMap((parameter, index) =>
      isObject(parameter) && parameter.in !== 'path' ? parameterChanges(parameter, index) : [],
    ),
  ];
}

const openToEveryone: Change = {
  fact: 'security',
  what: 'open to everyone',
  apply: (place) => {
    place.security = [];
  },
};

function bodyChanges({ required }: JsonObject): Change[] {
  const toggled = required !== true;
  return [
    {
      fact: 'body required',
      what: String(toggled),
      apply: ({ requestBody }) => {
        (requestBody as JsonObject).required = toggled;
      },
    },
    {
      fact: 'body',
      what: 'none',
      apply: (place) => {
        delete place.requestBody;
      },
    },
    {
      fact: 'media type',
      what: 'application/xml',
      apply: ({ requestBody }) =>
        rename((requestBody as JsonObject).content, 'application/json', 'application/xml'),
    },
  ];
}

function parameterChanges({ name, required }: JsonObject, index: number): Change[] {
  const parameterOf = ({ parameters }: JsonObject) => (parameters as JsonObject[])[index] as JsonObject;
  return [
    {
      fact: 'parameter',
      what: `${name} renamed`,
      apply: (place) => {
        parameterOf(place).name = `${name}_renamed`;
      },
    },
    {
      fact: 'parameter',
      what: `${name} required: ${required !== true}`,
      apply: (place) => {
        parameterOf(place).required = required !== true;
      },
    },
  ];
}

export function responseChanges(responses: JsonObject): Change[] {
  const statuses = Object.keys(responses);
  const success = statuses.find((status) => status.startsWith('2'));
  const without = statuses.map(
    (status): Change => ({
      fact: 'status',
      what: `without ${status}`,
      apply: (place) => {
        delete place[status];
      },
    }),
  );
  const added = ['404', '409'].filter((status) => !statuses.includes(status));
  const withMore = added.map(
    (status): Change => ({
      fact: 'status',
      what: `with ${status}`,
      apply: (place) => {
        place[status] = { description: 'new' };
      },
    }),
  );
  if (success === undefined) return [...without, ...withMore];
  const renamed: Change = {
    fact: 'status',
    what: `${success} as 202`,
    apply: (place) => rename(place, success, '202'),
  };
  return [...without, ...withMore, renamed];
}

export function pathChange(path: string): Change {
  return { fact: 'path', what: `${path} renamed`, apply: (place) => rename(place, path, `${path}_renamed`) };
}

/** Each method under a name that the path has not yet, instead and too. */
export function methodChanges(item: JsonObject): Change[] {
  const free = ['put', 'post', 'patch', 'delete'].find((method) => !(method in item));
  if (free === undefined) return [];
  return METHODS.filter((method) => method in item).flatMap((method): Change[] => [
    { fact: 'method', what: `${method} as ${free}`, apply: (place) => rename(place, method, free) },
    {
      fact: 'method',
      what: `${free} too`,
      apply: (place) => {
        place[free] = { ...(place[method] as JsonObject), operationId: 'new' };
      },
    },
  ]);
}

export function securityChanges(schemes: JsonObject): Change[] {
  return Object.keys(schemes).flatMap((name): Change[] => [
    {
      fact: 'security',
      what: `${name} in another header`,
      apply: (place) => {
        (place[name] as JsonObject).name = 'x-other-key';
      },
    },
    {
      fact: 'security',
      what: `${name} in the query`,
      apply: (place) => {
        (place[name] as JsonObject).in = 'query';
      },
    },
  ]);
}

/** Of media types, parameters, headers, responses: of what pairs a schema with examples. */
export function exampleChanges({ examples }: JsonObject): Change[] {
  const names = isObject(examples) ? Object.keys(examples) : [];
  return names.flatMap((name): Change[] => [
    {
      fact: 'example',
      what: `without ${name}`,
      apply: (place) => {
        delete (place.examples as JsonObject)[name];
      },
    },
    {
      fact: 'example',
      what: `${name} renamed`,
      apply: (place) => rename(place.examples, name, `${name}_renamed`),
    },
  ]);
}
