// Which sections of which READMEs make which page. Nothing is written here but titles; a test says that every heading is there.

export interface Part {
  /** From the repository's root. */
  file: string;
  /** Sections by their headings, what is before the first one by `''`; without, all of it. */
  sections?: readonly string[];
}

export interface Guide {
  slug: string;
  title: string;
  /** One line for lists of pages. */
  about: string;
  parts: readonly Part[];
}

const CLIENT = 'packages/client/README.md';

/** The first page. */
export const START: Part = { file: 'README.md', sections: ['', 'Calling the API', 'Trying it out'] };

export const GUIDES: readonly Guide[] = [
  {
    slug: 'client',
    title: 'Calling the API',
    about: 'A function for each operation, a log, checks before sending, and where the key goes.',
    parts: [
      {
        file: CLIENT,
        sections: [
          '',
          'Operations',
          'Key safety',
          'A log',
          'Checking before sending',
          'Other than JSON',
          'Beside openapi-fetch',
        ],
      },
    ],
  },
  {
    slug: 'errors',
    title: 'Errors',
    about: 'Which errors there are, what they tell, and whether the service may have acted.',
    parts: [{ file: CLIENT, sections: ['Errors'] }],
  },
  {
    slug: 'retries-and-limits',
    title: 'Retries and limits',
    about: 'What is sent again and what is not, time limits, and the rate limit of a key.',
    parts: [{ file: CLIENT, sections: ['Retries and time limits', 'Rate limits'] }],
  },
  {
    slug: 'many-prospects',
    title: 'Many prospects',
    about: 'Enrolling any number of them, resuming after a crash, and the events that were missed.',
    parts: [{ file: CLIENT, sections: ['Many prospects', 'Events that were missed'] }],
  },
  {
    slug: 'webhooks',
    title: 'Receiving webhooks',
    about: 'Express, Fastify, Hono, Next, Bun, Deno, Workers, Lambda; what is promised and what is not.',
    parts: [{ file: 'packages/webhooks/README.md' }],
  },
  {
    slug: 'several-processes',
    title: 'Several processes',
    about: 'One memory of events and one rate limit for all of them, by a Redis.',
    parts: [{ file: 'packages/redis/README.md' }],
  },
  {
    slug: 'testing',
    title: 'Testing with the mock',
    about: 'A server that answers as the document says, or as a test tells it to.',
    parts: [{ file: 'packages/mock/README.md' }],
  },
  {
    slug: 'types',
    title: 'The types',
    about: 'Every request, answer and component by its name.',
    parts: [{ file: 'packages/types/README.md' }],
  },
  {
    slug: 'command-line',
    title: 'The command line',
    about: 'Every operation, and lists of prospects, without a program.',
    parts: [{ file: 'packages/cli/README.md' }],
  },
  {
    slug: 'bumping',
    title: 'Another version of the document',
    about: 'How the packages follow the API: what a bump does, and how it is judged.',
    parts: [
      { file: 'spec/README.md' },
      { file: 'CONTRIBUTING.md', sections: ['How a version is judged', 'Releasing'] },
    ],
  },
];

/** Those whose texts are there. */
export function guidesOf(texts: ReadonlyMap<string, string>): Guide[] {
  return GUIDES.filter(({ parts }) => parts.every(({ file }) => texts.has(file)));
}
