// Media types and media ranges: which of them mean each other.

/** Without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether a type is in a range such as `text/*`; a range that is none is the type itself. */
export function matches(range: string, mediaType: string): boolean {
  const [type, subtype] = essenceOf(range).split('/');
  const [ownType, ownSubtype] = essenceOf(mediaType).split('/');
  return (type === '*' || type === ownType) && (subtype === '*' || subtype === ownSubtype);
}

export function isRange(mediaType: string): boolean {
  return essenceOf(mediaType).includes('*');
}

interface Accepted {
  range: string;
  weight: number;
}

/** The ranges of an `Accept` header, those wanted most first, of equals those that say more; `*` alone where there is none. */
export function acceptedRanges(accept: string | undefined): Accepted[] {
  const ranges = (accept ?? '').split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';');
    if (!range.includes('/')) return [];
    const weight = /^\s*q\s*=\s*([\d.]+)/i.exec(parameters.at(-1) ?? '')?.[1];
    return [{ range: essenceOf(range), weight: weight === undefined ? 1 : Number(weight) }];
  });
  if (ranges.length === 0) return [{ range: '*/*', weight: 1 }];
  const stars = ({ range }: Accepted) => range.split('*').length;
  return ranges.sort((a, b) => b.weight - a.weight || stars(a) - stars(b));
}
