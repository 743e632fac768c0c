// How calls are adapted to a change, in a sentence, where that can be said of every change of its kind.
import type { Change } from '../change.ts';
import type { Kind } from '../policy.ts';

type Adapting = { readonly [kind in Kind]?: string };

const SENT: Adapting = {
  'property-removed': 'Leave it out.',
  'closed-property-removed': 'Leave it out.',
  'required-property-added': 'Send it.',
  'property-became-required': 'Send it always.',
  'conditional-property-removed': 'Leave it out.',
  'enum-value-removed': 'Send another one.',
  'became-enum': 'Send one of these.',
  'type-changed': 'Send the new type.',
  'number-to-integer': 'Send no fractions.',
  'null-removed': 'Send a value.',
  'branch-removed': 'Send what another alternative takes.',
  'overlapping-branch-added': 'Send what fits one alternative only.',
  'became-typed': 'Send this type.',
  'became-tuple': 'Send these items.',
  'item-refused': 'Leave it out.',
  'item-became-required': 'Send it always.',
  'map-value-narrowed': 'Send this type.',
  'additional-properties-refused': 'Send the named properties only.',
  'map-removed': 'Send the named properties only.',
  'map-unmentioned': 'Send the named properties only.',
  'pattern-properties-refused': 'Leave such properties out.',
  'pattern-properties-unmentioned': 'Leave such properties out.',
  'pattern-properties-narrowed': 'Send this type.',
  'discriminator-changed': 'Send the new one.',
  'became-read-only': 'Leave it out.',
  'required-stopped-being-read-only': 'Send it.',
  'constraint-tightened': 'Send what meets it.',
  'required-parameter-added': 'Give it in `params`.',
  'parameter-removed': 'Leave it out of `params`.',
  'path-parameter-renamed': 'Rename it in `params.path`.',
  'parameter-became-required': 'Give it in `params` always.',
  'parameter-respelled': 'Rename it in `params.header`.',
  'required-body-added': 'Give a `body`.',
  'body-removed': 'Leave `body` out.',
  'body-became-required': 'Give a `body` always.',
  'media-type-removed': 'Send another media type.',
};

const ANSWERED: Adapting = {
  'property-removed': 'Do without it.',
  'closed-property-removed': 'Do without it.',
  'conditional-property-removed': 'Do without it.',
  'property-became-optional': 'Check that it is there.',
  'enum-value-added': 'Handle it where values are told apart.',
  'stopped-being-enum': 'Handle values beyond those.',
  'type-changed': 'Read the new type.',
  'null-added': 'Handle `null`.',
  'branch-added': 'Handle it where alternatives are told apart.',
  'overlapping-branch-added': 'Handle it where alternatives are told apart.',
  'stopped-being-typed': 'Check what it is.',
  'stopped-being-tuple': 'Check how many items there are.',
  'item-became-optional': 'Check that it is there.',
  'map-value-widened': 'Check what it is.',
  'map-removed': 'Read the named properties only.',
  'map-unmentioned': 'Read the named properties only.',
  'discriminator-changed': 'Compare with the new one.',
  'became-write-only': 'Do without it.',
  'success-status-added': 'Handle what it answers, too.',
};

const ANYWHERE: Adapting = {
  'operation-id-renamed': 'Import what is called after it under the new name.',
  'server-changed': 'Update the client, or give `baseUrl`.',
};

/** Nothing where it depends on what the change is of. */
export function adapting({ kind, direction }: Pick<Change, 'kind' | 'direction'>): string | undefined {
  const { [kind]: text } = direction === null ? ANYWHERE : direction === 'request' ? SENT : ANSWERED;
  return text;
}
