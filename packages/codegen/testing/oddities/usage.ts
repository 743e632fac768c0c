// What a user's code does with the types of document.yaml; compiled by every TypeScript that we promise.
import type * as components from './src/generated/components.ts';
import type * as document from './src/generated/document.ts';
import type { operations as Operations } from './src/generated/openapi.ts';
import type * as operations from './src/generated/operations.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = <_ extends true>(): void => {};

// Discriminators.
export const pets: components.Pet[] = [
  { kind: 'cat', meow: true },
  { kind: 'dog', bark: true },
  { kind: 'shark', fins: 2 },
  // @ts-expect-error a cat does not bark
  { kind: 'cat', bark: true },
  // @ts-expect-error no such kind
  { kind: 'Cat', meow: true },
];
export function told(pet: components.Pet | components.TaggedPet): boolean | number {
  if (pet.kind === 'cat') return pet.meow;
  if (pet.kind === 'dog') return pet.bark;
  return pet.fins;
}
export function tagged(pet: components.TaggedPet): string {
  if (pet.kind === 'cat') return `${pet.tag} ${pet.meow}`;
  // @ts-expect-error may be a dog or a fish
  return pet.meow;
}
export function implicit(one: components.Implicit): number {
  return one.side === 'Left' ? one.l : one.r;
}
export const shapes: [components.Square, components.Circle, components.Ring] = [
  { type: 'square', side: 1 },
  { type: 'circle', r: 1 },
  { type: 'ring', r: 2, inner: 1 },
];
export function area(shape: operations.AddShapeResponse): number {
  return shape.type === 'square' ? shape.side : shape.r - shape.inner;
}
export const circle: components.Circle = shapes[2];

// Sent and received.
export const user: operations.AddUserRequest = {
  name: 'a',
  password: 'b',
  friends: [{ name: 'c', password: 'd' }],
};
// @ts-expect-error who it is is decided by the service
export const withId: operations.AddUserRequest = { id: 'a', name: 'a', password: 'b' };
// @ts-expect-error the password is missing
export const withoutPassword: operations.AddUserRequest = { name: 'a' };
export const received: components.User = { id: 'a', name: 'b', friends: [{ id: 'c', name: 'd' }] };
// @ts-expect-error the password never comes back
export const secret = received.password;
// A component of that name keeps it.
export const both: operations.AddUserResponse_ = received;

// What is no JSON.
export const upload: operations.AddFileRequest = { file: new Blob(['a']), pages: [new Blob([])], label: 'b' };
// @ts-expect-error a file is no text
export const noFile: operations.AddFileRequest = { file: 'a' };
export const bytes: (file: operations.GetFileResponse) => Promise<ArrayBuffer> = (file) => file.arrayBuffer();
yes<Equal<Operations['export']['responses'][200]['content']['text/csv'], string>>();
yes<Equal<operations.ExportResponse, components.User[]>>();
yes<Equal<operations.CreateJobResponse, components.Job>>();

// Keywords.
export const values: components.Values = {
  nothing: null,
  pair: ['a', 1],
  log: ['a', 1, 2],
  open: [],
  headers: { 'x-a': 'b' },
  labelled: { n: 1, 'x-a': 'b' },
  either: { b: 'c' },
  maybe: null,
  conditional: { k: 'a', extra: 1 },
};
export const wrong: components.Values[] = [
  // @ts-expect-error nothing is null
  { nothing: 'a' },
  // @ts-expect-error one is missing
  { pair: ['a'] },
  // @ts-expect-error the rest are numbers
  { log: ['a', 'b'] },
  // @ts-expect-error the second is a number
  { open: ['a', 'b'] },
  // @ts-expect-error they are texts
  { headers: { 'x-a': 1 } },
  // @ts-expect-error one of them has to be there
  { either: {} },
  // @ts-expect-error it has to be there, unless all of it is null
  { maybe: {} },
];
export const tree: components.Tree = { root: { next: { value: 1 } } };

// Names.
yes<Equal<operations.CreateJobRequest_, { input?: components.CreateJobRequest }>>();
type Kept = [
  components.AddUserResponse,
  components.DocumentVersion,
  components.NonNullable,
  components.Record,
  components.Promise,
  components.Error,
  components.Date,
  components.Readable,
  components.Blob,
  components.Array,
  components.Partial,
];
yes<Equal<Kept[number], 'kept'>>();
yes<Equal<document.DocumentVersion_, '1.0.0'>>();
