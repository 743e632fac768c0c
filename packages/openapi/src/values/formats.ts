// Texts of the formats that JSON Schema and OpenAPI name, as many of each as are wanted. Deterministic.

const twoDigits = (number: number) => String(number).padStart(2, '0');
const date = (index: number) => `2026-01-${twoDigits((index % 28) + 1)}`;
const email = (index: number) => `person${index}@example.com`;
const hostname = (index: number) => `host${index}.example.com`;
const uri = (index: number) => `https://example.com/${index}`;

const OF_FORMAT: Record<string, (index: number) => string> = {
  'date-time': (index) => `${date(index)}T03:04:05Z`,
  date,
  time: (index) => `03:04:${twoDigits(index % 60)}Z`,
  duration: (index) => `P${index + 1}D`,
  email,
  'idn-email': email,
  hostname,
  'idn-hostname': hostname,
  ipv4: (index) => `192.0.2.${index % 256}`,
  ipv6: (index) => `2001:db8::${(index % 65536).toString(16)}`,
  uri,
  'uri-reference': (index) => `/things/${index}`,
  iri: uri,
  'iri-reference': (index) => `/things/${index}`,
  'uri-template': (index) => `https://example.com/${index}/{id}`,
  uuid: (index) => `1d3f0c52-6b7e-4c1a-9f0d-${String(index).padStart(12, '0')}`,
  'json-pointer': (index) => `/things/${index}`,
  'relative-json-pointer': (index) => `${index}/things`,
  regex: (index) => `^[a-z]{${index}}$`,
  byte: (index) => Buffer.from(`text${index}`).toString('base64'),
};

/** Undefined for a format that is none of these: any text will do, as far as anybody knows. */
export function textOfFormat(format: unknown, index: number): string | undefined {
  const write =
    typeof format === 'string' && Object.hasOwn(OF_FORMAT, format) ? OF_FORMAT[format] : undefined;
  return write?.(index);
}
