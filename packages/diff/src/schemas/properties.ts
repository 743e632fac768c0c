// Compares the properties of two objects by name. A request has no `readOnly` ones, and a response no `writeOnly` ones.
import { joined } from '../expand.ts';
import { segment } from '../field.ts';
import type { Kind } from '../policy.ts';
import { type Direction, NOTHING, only, type SchemaComparison, type SchemaContext } from './changes.ts';
import { describe } from './describe.ts';
import type { Place } from './place.ts';
import type { View } from './view.ts';

export function compareProperties(before: View, after: View, { direction }: SchemaContext): SchemaComparison {
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return joined(
    ...[...names].map((name) => {
      const [was, is] = [old.get(name), now.get(name)];
      if (was && is) return compareProperty(name, { was, is, direction });
      if (was) return removed(name, was, { after, direction });
      return is ? added(name, is, direction) : NOTHING;
    }),
  );
}

interface Property {
  place: Place;
  required: boolean;
  /** Whether it depends on others that it is described at all. */
  conditional: boolean;
  /** The view of its schema, made when it is asked for. */
  view: () => View;
}

/** Those of conditions included: they may be there. */
function propertiesOf(view: View): Map<string, Property> {
  const { properties, conditional, required, viewer } = view;
  return new Map(
    [...properties, ...conditional].map(([name, place]): [string, Property] => {
      const isConditional = !properties.has(name);
      const isRequired = required.has(name) && !isConditional;
      return [name, { place, required: isRequired, conditional: isConditional, view: () => viewer(place) }];
    }),
  );
}

/** Whether it does not travel that way. */
function isAbsent({ view }: Property, direction: Direction): boolean {
  if (direction === 'both') return false;
  return direction === 'response' ? view().writeOnly : view().readOnly;
}

interface Both {
  was: Property;
  is: Property;
  direction: Direction;
}

function compareProperty(name: string, both: Both): SchemaComparison {
  const { was, is, direction } = both;
  const path = segment(name);
  const switched = only(
    ...switches(both).map(([kind, words]) => ({ kind, path, pointer: is.place.pointer, words })),
  );
  if (isAbsent(was, direction) && isAbsent(is, direction)) return NOTHING;
  if (isAbsent(was, direction) || isAbsent(is, direction)) return switched;
  const inner: SchemaComparison = { found: [], inner: [{ path, before: was.place, after: is.place }] };
  if (was.required === is.required) return joined(switched, inner);
  const kind = is.required ? 'property-became-required' : 'property-became-optional';
  const words = is.required ? 'optional → required' : 'required → optional';
  return joined(switched, inner, only({ kind, path, pointer: is.place.pointer, words }));
}

function switches({ was, is }: Both): [Kind, string][] {
  const [old, now] = [was.view(), is.view()];
  const switched: [Kind, string][] = [];
  if (!old.readOnly && now.readOnly) switched.push(['became-read-only', '`readOnly` on']);
  if (old.readOnly && !now.readOnly) {
    const kind = is.required ? 'required-stopped-being-read-only' : 'stopped-being-read-only';
    switched.push([kind, '`readOnly` off']);
  }
  if (!old.writeOnly && now.writeOnly) switched.push(['became-write-only', '`writeOnly` on']);
  if (old.writeOnly && !now.writeOnly) switched.push(['stopped-being-write-only', '`writeOnly` off']);
  return switched;
}

function removed(
  name: string,
  was: Property,
  { after, direction }: { after: View; direction: Direction },
): SchemaComparison {
  if (isAbsent(was, direction)) return NOTHING;
  const kind = after.additional === 'closed' ? 'closed-property-removed' : 'property-removed';
  const words = `removed; it was ${describe(was.view())}`;
  return only({
    kind: was.conditional ? 'conditional-property-removed' : kind,
    path: segment(name),
    pointer: was.place.pointer,
    words,
  });
}

function added(name: string, is: Property, direction: Direction): SchemaComparison {
  if (isAbsent(is, direction)) return NOTHING;
  const words = `new, ${is.required ? 'required' : 'optional'}: ${describe(is.view())}`;
  const kind = is.required ? 'required-property-added' : 'property-added';
  return only({
    kind: is.conditional ? 'conditional-property-added' : kind,
    path: segment(name),
    pointer: is.place.pointer,
    words,
  });
}
