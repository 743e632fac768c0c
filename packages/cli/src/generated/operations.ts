// The operations as commands. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type { Operation } from '../operations/operation.ts';

/** The environment variable that holds the API key. */
export const API_KEY_VARIABLE = "EXPLORIUM_API_KEY";

/** The document's first server. */
export const DEFAULT_BASE_URL = "https://api.explorium.ai";

/** In the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  {
    "name": "get-prospects-enrollments",
    "method": "GET",
    "path": "/v1/prospects/events/enrollments",
    "summary": "List the enrollments of prospects",
    "description": [],
    "options": [],
    "body": null
  },
  {
    "name": "add-prospects-enrollments",
    "method": "POST",
    "path": "/v1/prospects/events/enrollments",
    "summary": "Add enrollments for prospects",
    "description": [],
    "options": [
      {
        "flag": "request-context",
        "in": "body",
        "name": "request_context",
        "required": false,
        "help": "",
        "types": [
          "object",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "enrollment-key",
        "in": "body",
        "name": "enrollment_key",
        "required": true,
        "help": "at least 4 characters",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "event-types",
        "in": "body",
        "name": "event_types",
        "required": true,
        "help": "at least 1 item",
        "types": [
          "array"
        ],
        "items": [
          "string"
        ],
        "values": [
          "prospect_changed_role",
          "prospect_changed_company",
          "prospect_job_start_anniversary"
        ]
      },
      {
        "flag": "prospect-ids",
        "in": "body",
        "name": "prospect_ids",
        "required": true,
        "help": "1 to 20 items; each 40 characters of a-f and 0-9",
        "types": [
          "array"
        ],
        "items": [
          "string"
        ],
        "values": []
      }
    ],
    "body": {
      "kind": "fields",
      "mediaType": "application/json",
      "required": true
    }
  },
  {
    "name": "delete-prospects-enrollments",
    "method": "DELETE",
    "path": "/v1/prospects/events/enrollments",
    "summary": "End an enrollment",
    "description": [],
    "options": [
      {
        "flag": "request-context",
        "in": "body",
        "name": "request_context",
        "required": false,
        "help": "Whatever the caller wants to send along",
        "types": [
          "object",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "enrollment-id",
        "in": "body",
        "name": "enrollment_id",
        "required": true,
        "help": "Names the enrollment to update and delete",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      }
    ],
    "body": {
      "kind": "fields",
      "mediaType": "application/json",
      "required": true
    }
  },
  {
    "name": "update-prospects-enrollments",
    "method": "PATCH",
    "path": "/v1/prospects/events/enrollments",
    "summary": "Replace what an enrollment watches",
    "description": [
      "Key, event types and prospects are replaced as a whole, not added to."
    ],
    "options": [
      {
        "flag": "request-context",
        "in": "body",
        "name": "request_context",
        "required": false,
        "help": "Whatever the caller wants to send along",
        "types": [
          "object",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "enrollment-id",
        "in": "body",
        "name": "enrollment_id",
        "required": true,
        "help": "Names the enrollment to update and delete",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "enrollment-key",
        "in": "body",
        "name": "enrollment_key",
        "required": true,
        "help": "Chosen by the caller; arrives in every event delivered for the enrollment; at least 4 characters",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "event-types",
        "in": "body",
        "name": "event_types",
        "required": true,
        "help": "at least 1 item",
        "types": [
          "array"
        ],
        "items": [
          "string"
        ],
        "values": [
          "prospect_changed_role",
          "prospect_changed_company",
          "prospect_job_start_anniversary"
        ]
      },
      {
        "flag": "prospect-ids",
        "in": "body",
        "name": "prospect_ids",
        "required": true,
        "help": "1 to 20 items; each 40 characters of a-f and 0-9",
        "types": [
          "array"
        ],
        "items": [
          "string"
        ],
        "values": []
      }
    ],
    "body": {
      "kind": "fields",
      "mediaType": "application/json",
      "required": true
    }
  },
  {
    "name": "fetch-prospects-events",
    "method": "POST",
    "path": "/v1/prospects/events",
    "summary": "Fetch the events of prospects",
    "description": [],
    "options": [
      {
        "flag": "request-context",
        "in": "body",
        "name": "request_context",
        "required": false,
        "help": "Whatever the caller wants to send along",
        "types": [
          "object",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "event-types",
        "in": "body",
        "name": "event_types",
        "required": true,
        "help": "at least 1 item",
        "types": [
          "array"
        ],
        "items": [
          "string"
        ],
        "values": [
          "prospect_changed_role",
          "prospect_changed_company",
          "prospect_job_start_anniversary"
        ]
      },
      {
        "flag": "prospect-ids",
        "in": "body",
        "name": "prospect_ids",
        "required": true,
        "help": "1 to 40 items; no item twice; each 40 characters of a-f and 0-9",
        "types": [
          "array"
        ],
        "items": [
          "string"
        ],
        "values": []
      },
      {
        "flag": "timestamp-from",
        "in": "body",
        "name": "timestamp_from",
        "required": false,
        "help": "An ISO date and time, or a date as YYYY-MM-DD; an ISO 8601 date and time or a date as YYYY-MM-DD",
        "types": [
          "string",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "timestamp-to",
        "in": "body",
        "name": "timestamp_to",
        "required": false,
        "help": "An ISO date and time, or a date as YYYY-MM-DD; an ISO 8601 date and time or a date as YYYY-MM-DD",
        "types": [
          "string",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "entity-type",
        "in": "body",
        "name": "entity_type",
        "required": false,
        "help": "default: \"prospect\"",
        "types": [
          "string"
        ],
        "items": [],
        "values": [
          "business",
          "prospect"
        ]
      }
    ],
    "body": {
      "kind": "fields",
      "mediaType": "application/json",
      "required": true
    }
  },
  {
    "name": "add-webhook",
    "method": "POST",
    "path": "/v1/webhooks",
    "summary": "Register the receiver of deliveries",
    "description": [
      "A partner has one receiver; registering another replaces it and issues a new secret."
    ],
    "options": [
      {
        "flag": "request-context",
        "in": "body",
        "name": "request_context",
        "required": false,
        "help": "Whatever the caller wants to send along",
        "types": [
          "object",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "partner-id",
        "in": "body",
        "name": "partner_id",
        "required": true,
        "help": "",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "webhook-url",
        "in": "body",
        "name": "webhook_url",
        "required": true,
        "help": "",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      }
    ],
    "body": {
      "kind": "fields",
      "mediaType": "application/json",
      "required": true
    }
  },
  {
    "name": "get-webhook",
    "method": "GET",
    "path": "/v1/webhooks/{partner_id}",
    "summary": "Read the receiver of deliveries and its secret",
    "description": [],
    "options": [
      {
        "flag": "partner-id",
        "in": "path",
        "name": "partner_id",
        "required": true,
        "help": "",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      }
    ],
    "body": null
  },
  {
    "name": "delete-webhook",
    "method": "DELETE",
    "path": "/v1/webhooks/{partner_id}",
    "summary": "Remove the receiver of deliveries",
    "description": [],
    "options": [
      {
        "flag": "partner-id",
        "in": "path",
        "name": "partner_id",
        "required": true,
        "help": "",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      }
    ],
    "body": null
  },
  {
    "name": "check-webhook-connectivity",
    "method": "POST",
    "path": "/v1/webhooks/check_connectivity",
    "summary": "Send simulated events to the receiver of deliveries",
    "description": [],
    "options": [
      {
        "flag": "request-context",
        "in": "body",
        "name": "request_context",
        "required": false,
        "help": "Whatever the caller wants to send along",
        "types": [
          "object",
          "null"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "partner-id",
        "in": "body",
        "name": "partner_id",
        "required": true,
        "help": "",
        "types": [
          "string"
        ],
        "items": [],
        "values": []
      },
      {
        "flag": "simulation",
        "in": "body",
        "name": "simulation",
        "required": false,
        "help": "",
        "types": [
          "object"
        ],
        "items": [],
        "values": []
      }
    ],
    "body": {
      "kind": "fields",
      "mediaType": "application/json",
      "required": true
    }
  }
];
