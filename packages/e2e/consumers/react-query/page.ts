// openapi-react-query around our client: a component enrolls when it mounts and shows the enrollment's id.
import { createClient } from '@agentsource/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import createQueryClient from 'openapi-react-query';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { report } from './report.ts';

const $api = createQueryClient(createClient({ apiKey: 'any-key', baseUrl: 'http://127.0.0.1:4010' }));

function Enrollment({ onShown }: { onShown: (id: string) => void }) {
  const { mutate, data, error } = $api.useMutation('post', '/v1/prospects/events/enrollments');
  useEffect(() => {
    mutate({
      body: {
        enrollment_key: 'tech_executives_monitor',
        event_types: ['prospect_changed_role'],
        prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
      },
    });
  }, [mutate]);
  const shown: string | undefined = data?.enrollment_id ?? (error ? JSON.stringify(error) : undefined);
  useEffect(() => {
    if (shown) onShown(shown);
  }, [shown, onShown]);
  return createElement('p', null, shown);
}

await report(async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const client = new QueryClient();
  const page = createElement(
    QueryClientProvider,
    { client },
    createElement(Enrollment, { onShown: resolve }),
  );
  createRoot(document.body).render(page);
  console.log(await promise);
});
