// `npm start`: starts the mock, enrolls the two prospects of the vendor's documentation page, prints the typed answer.
import { createClient, unwrap } from '@agentsource/client';
import { startMock } from '@agentsource/mock';

const mock = await startMock({ port: 0 });
console.log(`Mock of Partner Service ${mock.document.version} at ${mock.url}`);

try {
  const client = createClient({ apiKey: 'any-key-will-do-here', baseUrl: mock.url });
  const enrollment = await unwrap(
    client.POST('/v1/prospects/events/enrollments', {
      body: {
        enrollment_key: 'tech_executives_monitor',
        event_types: ['prospect_changed_role', 'prospect_changed_company'],
        prospect_ids: [
          '20ae6cbf564ee683e66685e429844a5ff8ffc30f',
          '4c485f009d59e319dc039cdf3e935b85014e6a33',
        ],
      },
    }),
  );
  console.log('Enrolled two prospects:');
  console.log(enrollment);
} finally {
  await mock.close();
}
