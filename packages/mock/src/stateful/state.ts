// What a stateful mock remembers. Ids, secrets and times are counted, not drawn: the same calls get the same answers.
import { createHash } from 'node:crypto';

export interface Enrollment {
  enrollment_id: string;
  enrollment_key: string;
  event_types: string[];
  prospect_ids: string[];
}

export interface Webhook {
  created_at: string;
  last_modified_time: string;
  webhook_url: string;
  webhook_secret: string;
}

const EPOCH = Date.UTC(2026, 0, 1);

export class State {
  readonly enrollments: Map<string, Enrollment> = new Map();
  /** By partner. */
  readonly webhooks: Map<string, Webhook> = new Map();
  #enrolled = 0;
  #registered = 0;

  /** Under an id of its own, unless it has one. */
  enroll(fields: Omit<Enrollment, 'enrollment_id'> & { enrollment_id?: string }): Enrollment {
    const { enrollment_id = this.#newId() } = fields;
    const { enrollment_key, event_types, prospect_ids } = fields;
    const enrollment = { enrollment_id, enrollment_key, event_types, prospect_ids };
    this.enrollments.set(enrollment_id, enrollment);
    return enrollment;
  }

  #newId(): string {
    const id = `en_${(++this.#enrolled).toString(16).padStart(8, '0')}`;
    return this.enrollments.has(id) ? this.#newId() : id;
  }

  /** Replaces what the partner had; each registration gets a new secret, unless told which. */
  register(partner: string, webhook_url: string, secret?: string): Webhook {
    const count = ++this.#registered;
    const now = new Date(EPOCH + count * 1000).toISOString();
    const webhook = {
      created_at: this.webhooks.get(partner)?.created_at ?? now,
      last_modified_time: now,
      webhook_url,
      webhook_secret: secret ?? `${createHash('sha256').update(`${partner} ${count}`).digest('base64url')}=`,
    };
    this.webhooks.set(partner, webhook);
    return webhook;
  }
}
