// Whether some value may fit two schemas at once: such a one is refused by a `oneOf` of them.
import { canonical } from '../words.ts';
import type { View } from './view.ts';

/** Levels of properties that are looked at. */
const DEPTH = 3;

export function mayOverlap(one: View, other: View, depth = 0): boolean {
  if (one.any || other.any || depth > DEPTH) return true;
  const [union] = one.unions;
  if (union) return union.alternatives.some((place) => mayOverlap(one.viewer(place), other, depth + 1));
  if (other.unions.length > 0) return mayOverlap(other, one, depth);
  if (one.values && other.values) {
    const known = new Set(one.values.map(canonical));
    return other.values.some((value) => known.has(canonical(value)));
  }
  if (!one.types.some((type) => other.types.some((known) => isOneType(type, known)))) return false;
  return (
    !one.types.includes('object') || !other.types.includes('object') || objectsOverlap(one, other, depth)
  );
}

function isOneType(one: string, other: string): boolean {
  return one === other || [one, other].sort().join() === 'integer,number';
}

/** A property that has to be there, and can't be both, keeps two objects apart; so does one that the other refuses. */
function objectsOverlap(one: View, other: View, depth: number): boolean {
  const isApart = (name: string) => {
    const [property, counterpart] = [one.properties.get(name), other.properties.get(name)];
    if (!property || !counterpart) return refuses(one, name) || refuses(other, name);
    return !mayOverlap(one.viewer(property), other.viewer(counterpart), depth + 1);
  };
  return ![...one.required, ...other.required].some(isApart);
}

function refuses({ additional, patterns, properties }: View, name: string): boolean {
  return additional === 'closed' && patterns.size === 0 && !properties.has(name);
}
