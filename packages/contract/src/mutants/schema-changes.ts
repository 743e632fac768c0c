// The single-fact changes of one schema.
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { type Change, drop, rename, set } from './change.ts';

export function schemaChanges(schema: JsonObject): Change[] {
  return [
    ...boundChanges(schema),
    ...valueChanges(schema),
    ...patternChanges(schema),
    ...arrayChanges(schema),
    ...typeChanges(schema),
    ...requiredChanges(schema),
    ...propertyChanges(schema),
    ...branchChanges(schema),
  ];
}

const BOUNDS =
  'minLength maxLength minItems maxItems minimum maximum exclusiveMinimum exclusiveMaximum minProperties maxProperties'.split(
    ' ',
  );

function boundChanges(schema: JsonObject): Change[] {
  return BOUNDS.flatMap((fact) => {
    const bound = schema[fact];
    if (typeof bound !== 'number') return [];
    return [set(fact, `${bound - 1}`, bound - 1), set(fact, `${bound + 1}`, bound + 1), drop(fact)];
  });
}

function valueChanges(schema: JsonObject): Change[] {
  const list = Array.isArray(schema.enum) ? schema.enum : undefined;
  const ofEnum = list?.map((value) =>
    set(
      'enum',
      `without ${value}`,
      list.filter((other) => other !== value),
    ),
  );
  return [
    ...(list && ofEnum ? [...ofEnum, set('enum', 'one more', [...list, 'one_more']), drop('enum')] : []),
    ...(schema.const === undefined ? [] : [set('const', 'another', 'another'), drop('const')]),
  ];
}

function patternChanges({ pattern, format }: JsonObject): Change[] {
  const changes: Change[] = [];
  if (typeof pattern === 'string') {
    changes.push(drop('pattern'));
    const [repeated, count] = /\{(\d+)\}/.exec(pattern) ?? [];
    if (repeated !== undefined) {
      const shorter = Number(count) - 1;
      changes.push(set('pattern', 'one shorter', pattern.replace(repeated, `{${shorter}}`)));
      changes.push(set('pattern', 'one shorter too', pattern.replace(repeated, `{${shorter},${count}}`)));
    }
    if (pattern.endsWith('$')) changes.push(set('pattern', 'open at its end', pattern.slice(0, -1)));
    if (pattern.startsWith('^')) changes.push(set('pattern', 'open at its start', pattern.slice(1)));
  }
  if (typeof format === 'string')
    changes.push(drop('format'), set('format', 'another', format === 'ipv4' ? 'uuid' : 'ipv4'));
  return changes;
}

function arrayChanges({ type, uniqueItems }: JsonObject): Change[] {
  if (type !== 'array') return [];
  return [uniqueItems === true ? drop('uniqueItems') : set('uniqueItems', 'required', true)];
}

function typeChanges(schema: JsonObject): Change[] {
  const { type } = schema;
  // Beside an enum or a const the type says nothing that the values don't.
  if (type === undefined || schema.enum !== undefined || schema.const !== undefined) return [];
  const names = Array.isArray(type) ? type : [type];
  const other = names.includes('string') ? 'integer' : 'string';
  const withoutNull = names.filter((name) => name !== 'null');
  return [
    drop('type'),
    set('type', `${other} instead`, other),
    set('type', `${other} too`, [...names, other]),
    names.includes('null')
      ? set('type', 'null no more', withoutNull)
      : set('type', 'null too', [...names, 'null']),
  ];
}

function requiredChanges(schema: JsonObject): Change[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return required.map((name) =>
    set(
      'required',
      `without ${name}`,
      required.filter((other) => other !== name),
    ),
  );
}

function propertyChanges(schema: JsonObject): Change[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const names = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  const changes = names.flatMap((name): Change[] => [
    ...(required.includes(name) ? [] : [set('required', `${name} too`, [...required, name])]),
    {
      fact: 'properties',
      what: `without ${name}`,
      apply: ({ properties }) => {
        delete (properties as JsonObject)[name];
      },
    },
    {
      fact: 'properties',
      what: `${name} renamed`,
      apply: ({ properties }) => rename(properties, name, `${name}_renamed`),
    },
  ]);
  if (schema.type !== 'object' && names.length === 0) return changes;
  return [
    ...changes,
    schema.additionalProperties === false
      ? drop('additionalProperties')
      : set('additionalProperties', 'closed', false),
  ];
}

function branchChanges(schema: JsonObject): Change[] {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((keyword) => {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || branches.length < 2) return [];
    return branches.map((_, index) =>
      set(
        keyword,
        `without branch ${index}`,
        branches.filter((_, other) => other !== index),
      ),
    );
  });
}
