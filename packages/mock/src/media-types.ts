// Media types and media ranges: which of them mean each other.

/** Without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether it is spelled as one: a type and a subtype, of the characters that HTTP allows. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(essenceOf(text));
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

/** The ranges of an `Accept` header; all there is where there is none. */
function acceptedRanges(accept: string | undefined): Accepted[] {
  const ranges = (accept ?? '').split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';');
    if (!range.includes('/')) return [];
    const weight = /^\s*q\s*=\s*([\d.]+)/i.exec(parameters.at(-1) ?? '')?.[1];
    return [{ range: essenceOf(range), weight: weight === undefined ? 1 : Number(weight) }];
  });
  return ranges.length > 0 ? ranges : [{ range: '*/*', weight: 1 }];
}

/** Which of the offered types is wanted most, as the type that it is sent as; of equals the one that is named more exactly. */
export function negotiate<T extends { mediaType: string }>(
  offered: readonly T[],
  accept: string | undefined,
): T | undefined {
  const exactness = (range: string) => 3 - range.split('*').length;
  const ranges = acceptedRanges(accept).sort((a, b) => exactness(b.range) - exactness(a.range));
  const wanted = offered.flatMap((offer) => {
    const { mediaType } = offer;
    const found = ranges.find(({ range }) => matches(range, mediaType) || matches(mediaType, range));
    if (!found || found.weight === 0) return [];
    const { range, weight } = found;
    const sent = isRange(mediaType) && !isRange(range) ? { ...offer, mediaType: range } : offer;
    return [{ sent, rank: [weight, exactness(range)] as const }];
  });
  const [best] = wanted.sort(({ rank: a }, { rank: b }) => b[0] - a[0] || b[1] - a[1]);
  return best?.sent;
}
