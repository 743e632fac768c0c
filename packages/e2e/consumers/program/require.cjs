// CommonJS: the client is required, not imported.
const { createClient, unwrap } = require('@agentsource/client');

const client = createClient({ apiKey: 'any-key', baseUrl: 'http://127.0.0.1:4010' });
unwrap(
  client.POST('/v1/prospects/events/enrollments', {
    body: {
      enrollment_key: 'tech_executives_monitor',
      event_types: ['prospect_changed_role'],
      prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
    },
  }),
).then(({ enrollment_id }) => console.log(enrollment_id));
