// What TypeDoc might say of a package: pages of all kinds of exports without asking it.
import type { ApiEntry, ApiExport } from '../../src/api/model.ts';

function exported(kind: string, name: string, more: Partial<ApiExport> = {}): ApiExport {
  return {
    kind,
    name,
    declaration: `${kind.toLowerCase()} ${name}`,
    doc: `What \`${name}\` is.`,
    tags: [],
    members: [],
    ...more,
  };
}

export const API: ApiEntry[] = [
  {
    module: '@agentsource/client',
    exports: [
      exported('Function', 'createClient', {
        declaration: 'function createClient(options?: ClientOptions): AgentSourceClient;',
        tags: [
          { tag: '@param', name: 'options', text: 'all optional' },
          { tag: '@throws', name: '', text: 'a `UsageError` where there is no key' },
          { tag: '@example', name: '', text: "```ts\ncreateClient({ apiKey: '<key>' });\n```" },
          { tag: '@default', name: '', text: '`{}`' },
          { tag: '@deprecated', name: '', text: 'not yet' },
        ],
      }),
      exported('Class', 'ExploriumError', {
        members: [
          { name: 'status', declaration: 'readonly status?: number;', doc: 'Of the answer.', tags: [] },
        ],
      }),
      exported('Interface', 'ClientOptions'),
      exported('Type Alias', 'Fetch', { doc: '' }),
      exported('Variable', 'DOCUMENT_SHA256'),
      exported('Namespace', 'others'),
    ],
  },
];
