// Which operations a stateful mock knows, for whoever wants to know it before one is started. What they do is in stateful/.

/** What a stateful mock remembers something of, by operationId: every other operation is answered from the document alone. */
export const STATEFUL_OPERATIONS = [
  'add_prospects_enrollments',
  'get_prospects_enrollments',
  'update_prospects_enrollments',
  'delete_prospects_enrollments',
  'add_webhook',
  'get_webhook',
  'delete_webhook',
  'check_webhook_connectivity',
] as const satisfies string[];
