// The single-fact changes of one schema.
import { isObject } from '@agentsource/openapi/json';
import type { Json, JsonObject } from '../document.ts';
import { type Change, rename } from './mutations.ts';

export function schemaChanges(schema: JsonObject): Change[] {
  return [...bounds(schema), ...values(schema), ...types(schema), ...members(schema)];
}

function set(fact: string, what: string, value: Json): Change {
  return {
    fact,
    what,
    apply: (place) => {
      place[fact] = value;
    },
  };
}

function drop(fact: string): Change {
  return {
    fact,
    what: 'dropped',
    apply: (place) => {
      delete place[fact];
    },
  };
}

const BOUNDS =
  'minLength maxLength minItems maxItems minimum maximum exclusiveMinimum exclusiveMaximum minProperties maxProperties'.split(
    ' ',
  );

function bounds(schema: JsonObject): Change[] {
  return BOUNDS.flatMap((fact) => {
    const bound = schema[fact];
    if (typeof bound !== 'number') return [];
    return [set(fact, `${bound - 1}`, bound - 1), set(fact, `${bound + 1}`, bound + 1), drop(fact)];
  });
}

function values(schema: JsonObject): Change[] {
  const changes: Change[] = [];
  const { pattern, format, uniqueItems } = schema;
  if (Array.isArray(schema.enum)) {
    const list = schema.enum;
    for (const value of list)
      changes.push(
        set(
          'enum',
          `without ${value}`,
          list.filter((other) => other !== value),
        ),
      );
    changes.push(set('enum', 'one more', [...list, 'one_more']), drop('enum'));
  }
  if (schema.const !== undefined) changes.push(set('const', 'another', 'another'), drop('const'));
  if (typeof pattern === 'string') {
    changes.push(drop('pattern'));
    const count = /\{(\d+)\}/.exec(pattern);
    if (count)
      changes.push(set('pattern', 'one shorter', pattern.replace(count[0], `{${Number(count[1]) - 1}}`)));
    if (count)
      changes.push(
        set('pattern', 'one shorter too', pattern.replace(count[0], `{${Number(count[1]) - 1},${count[1]}}`)),
      );
    if (pattern.endsWith('$')) changes.push(set('pattern', 'open at its end', pattern.slice(0, -1)));
    if (pattern.startsWith('^')) changes.push(set('pattern', 'open at its start', pattern.slice(1)));
  }
  if (typeof format === 'string')
    changes.push(drop('format'), set('format', 'another', format === 'ipv4' ? 'uuid' : 'ipv4'));
  if (schema.type === 'array')
    changes.push(uniqueItems === true ? drop('uniqueItems') : set('uniqueItems', 'required', true));
  return changes;
}

function types(schema: JsonObject): Change[] {
  const { type } = schema;
  // Beside an enum or a const the type says nothing that the values don't.
  if (type === undefined || schema.enum !== undefined || schema.const !== undefined) return [];
  const names = Array.isArray(type) ? type : [type];
  const other = names.includes('string') ? 'integer' : 'string';
  const changes = [
    drop('type'),
    set('type', `${other} instead`, other),
    set('type', `${other} too`, [...names, other]),
  ];
  if (names.includes('null'))
    changes.push(
      set(
        'type',
        'null no more',
        names.filter((name) => name !== 'null'),
      ),
    );
  else changes.push(set('type', 'null too', [...names, 'null']));
  return changes;
}

function members(schema: JsonObject): Change[] {
  const changes: Change[] = [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  for (const name of required) {
    changes.push({
      fact: 'required',
      what: `without ${name}`,
      apply: (place) => {
        place.required = required.filter((other) => other !== name);
      },
    });
  }
  const names = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  for (const name of names) {
    if (!required.includes(name)) changes.push(set('required', `${name} too`, [...required, name]));
    changes.push({
      fact: 'properties',
      what: `without ${name}`,
      apply: (place) => {
        delete (place.properties as JsonObject)[name];
      },
    });
    changes.push({
      fact: 'properties',
      what: `${name} renamed`,
      apply: (place) => rename(place.properties, name, `${name}_renamed`),
    });
  }
  if (schema.type === 'object' || names.length > 0) {
    changes.push(
      schema.additionalProperties === false
        ? drop('additionalProperties')
        : set('additionalProperties', 'closed', false),
    );
  }
  for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || branches.length < 2) continue;
    branches.forEach((_, index) => {
      changes.push(
        set(
          keyword,
          `without branch ${index}`,
          branches.filter((_, other) => other !== index),
        ),
      );
    });
  }
  return changes;
}
