// The document as types. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
type AddWebhookRequest = {
    partner_id: string;
    /** Whatever the caller wants to send along. */
    request_context?: {
        [key: string]: unknown;
    } | null;
    webhook_url: string;
};
type AddWebhookResponse = {
    /** An ISO 8601 date and time. */
    created_at: string;
    /** An ISO 8601 date and time. */
    last_modified_time: string;
    response_context: components["schemas"]["ResponseContext"];
    /** Base64url; its decoded bytes are the key of the deliveries' signatures. */
    webhook_secret: string;
    webhook_url: string;
};
type CheckWebhookConnectivityRequest = {
    partner_id: string;
    /** Whatever the caller wants to send along. */
    request_context?: {
        [key: string]: unknown;
    } | null;
    simulation?: {
        /** Name of the event to make up, such as prospect_changed_role. */
        event_name?: string;
        /** An ISO 8601 date and time. */
        event_time?: string;
        /** An integer; 1 to 10. */
        number_of_events?: number;
    };
};
type CheckWebhookConnectivityResponse = {
    response_context: components["schemas"]["ResponseContext"];
};
type DeleteProspectsEnrollmentsRequest = {
    /** Names the enrollment to update and delete. */
    enrollment_id: string;
    /** Whatever the caller wants to send along. */
    request_context?: {
        [key: string]: unknown;
    } | null;
};
type DeleteProspectsEnrollmentsResponse = {
    response_context: components["schemas"]["ResponseContext"];
    /**
     * The `RequestStatus` class is an enumeration that defines the possible statuses of a request.
     * @default "success"
     */
    status?: components["schemas"]["RequestStatus"];
};
type DeleteWebhookResponse = {
    response_context: components["schemas"]["ResponseContext"];
};
type ErrorResponse = {
    /** Identifies the request to the vendor's support. */
    correlation_id: string;
    /** What went wrong, for a person. */
    details: string;
};
type FetchProspectsEventsRequest = {
    /** @default "prospect" */
    entity_type?: "business" | "prospect";
    /** At least 1 item. */
    event_types: components["schemas"]["ProspectsEventIdentifier"][];
    /** 1 to 40 items; no item twice; each 40 characters of a-f and 0-9. */
    prospect_ids: string[];
    /** Whatever the caller wants to send along. */
    request_context?: {
        [key: string]: unknown;
    } | null;
    /**
     * An ISO date and time, or a date as YYYY-MM-DD.
     *
     * An ISO 8601 date and time or a date as YYYY-MM-DD.
     */
    timestamp_from?: string | null;
    /**
     * An ISO date and time, or a date as YYYY-MM-DD.
     *
     * An ISO 8601 date and time or a date as YYYY-MM-DD.
     */
    timestamp_to?: string | null;
};
type FetchProspectsEventsResponse = {
    /** Events of the last three months at most. */
    output_events: components["schemas"]["ProspectEvent"][];
    response_context: components["schemas"]["ResponseContext"];
};
type GetProspectsEnrollmentsResponse = {
    enrollments: components["schemas"]["ProspectsEnrollment"][];
    response_context: components["schemas"]["ResponseContext"];
};
type GetWebhookResponse = {
    /** An ISO 8601 date and time. */
    created_at: string;
    /** An ISO 8601 date and time. */
    last_modified_time: string;
    response_context: components["schemas"]["ResponseContext"];
    /** Base64url; its decoded bytes are the key of the deliveries' signatures. */
    webhook_secret: string;
    webhook_url: string;
};
type HTTPValidationError = {
    detail?: components["schemas"]["ValidationError"][];
};
type ProspectChangedCompanyEvent = {
    /** The data of a change of role or company. */
    data: components["schemas"]["ProspectJobChange"];
    /** Unique for each event. */
    event_id: string;
    event_name: "prospect_changed_company";
    /**
     * When it happened.
     *
     * An ISO 8601 date and time.
     */
    event_time: string;
    /**
     * Whom it is about.
     *
     * 40 characters of a-f and 0-9.
     */
    prospect_id: string;
};
type ProspectChangedRoleEvent = {
    /** The data of a change of role or company. */
    data: components["schemas"]["ProspectJobChange"];
    /** Unique for each event. */
    event_id: string;
    event_name: "prospect_changed_role";
    /**
     * When it happened.
     *
     * An ISO 8601 date and time.
     */
    event_time: string;
    /**
     * Whom it is about.
     *
     * 40 characters of a-f and 0-9.
     */
    prospect_id: string;
};
type ProspectEvent = components["schemas"]["ProspectChangedRoleEvent"] | components["schemas"]["ProspectChangedCompanyEvent"] | components["schemas"]["ProspectJobStartAnniversaryEvent"];
type ProspectJobChange = {
    /**
     * Identifies the company after the change.
     *
     * 32 characters of a-f and 0-9.
     */
    current_company_id?: string;
    /** The company after the change. */
    current_company_name?: string;
    /** The job title after the change. */
    current_job_title?: string;
    /** The name of the event once more. */
    event_name?: string;
    /**
     * When it happened.
     *
     * An ISO 8601 date and time.
     */
    event_time?: string;
    /**
     * Identifies the company before the change.
     *
     * 32 characters of a-f and 0-9.
     */
    previous_company_id?: string;
    /** The company before the change. */
    previous_company_name?: string;
    /** The job title before the change. */
    previous_job_title?: string;
};
type ProspectJobStartAnniversary = {
    /** Where the prospect works. */
    company_name?: string;
    /** The name of the event once more. */
    event_name?: string;
    /**
     * When it happened.
     *
     * An ISO 8601 date and time.
     */
    event_time?: string;
    /** The prospect's name. */
    full_name?: string;
    /**
     * The day of the anniversary.
     *
     * An ISO 8601 date and time.
     */
    job_anniversary_date?: string;
    /** What the prospect works as. */
    job_title?: string;
    /**
     * The prospect's profile at LinkedIn.
     *
     * A URI.
     */
    linkedin_url?: string;
    /**
     * Years since the job began.
     *
     * An integer.
     */
    years_at_company?: number;
};
type ProspectJobStartAnniversaryEvent = {
    /** The data of an anniversary of a job's start. */
    data: components["schemas"]["ProspectJobStartAnniversary"];
    /** Unique for each event. */
    event_id: string;
    event_name: "prospect_job_start_anniversary";
    /**
     * When it happened.
     *
     * An ISO 8601 date and time.
     */
    event_time: string;
    /**
     * Whom it is about.
     *
     * 40 characters of a-f and 0-9.
     */
    prospect_id: string;
};
type ProspectsEnrollment = {
    /** Names the enrollment to update and delete. */
    enrollment_id: string;
    /**
     * Chosen by the caller; arrives in every event delivered for the enrollment.
     *
     * At least 4 characters.
     */
    enrollment_key: string;
    /** Names of the events watched for. */
    event_types: string[];
    /** Each 40 characters of a-f and 0-9. */
    prospect_ids: string[];
};
type ProspectsEnrollmentsAddRequest = {
    /** At least 4 characters. */
    enrollment_key: string;
    /** At least 1 item. */
    event_types: components["schemas"]["ProspectsEventIdentifier"][];
    /** 1 to 20 items; each 40 characters of a-f and 0-9. */
    prospect_ids: string[];
    request_context?: {
        [key: string]: unknown;
    } | null;
};
type ProspectsEnrollmentsAddResponse = {
    enrollment_id: string;
    /** At least 4 characters. */
    enrollment_key: string;
    response_context: components["schemas"]["ResponseContext"];
};
type RateLimitError = components["schemas"]["RateLimitExceeded"] | components["schemas"]["RateLimitExceededCode"];
type RateLimitExceeded = {
    error: "rate_limit_exceeded";
    message: string;
    /**
     * Seconds to wait before the next request.
     *
     * An integer.
     */
    retry_after: number;
};
type RateLimitExceededCode = {
    code: 429;
    message: string;
    /**
     * Seconds to wait before the next request.
     *
     * An integer.
     */
    retry_after: number;
};
type ResponseContext = {
    correlation_id: string;
    /** The `RequestStatus` class is an enumeration that defines the possible statuses of a request. */
    request_status: components["schemas"]["RequestStatus"];
    time_took_in_seconds: number;
};
type UpdateProspectsEnrollmentsRequest = {
    /** Names the enrollment to update and delete. */
    enrollment_id: string;
    /**
     * Chosen by the caller; arrives in every event delivered for the enrollment.
     *
     * At least 4 characters.
     */
    enrollment_key: string;
    /** At least 1 item. */
    event_types: components["schemas"]["ProspectsEventIdentifier"][];
    /** 1 to 20 items; each 40 characters of a-f and 0-9. */
    prospect_ids: string[];
    /** Whatever the caller wants to send along. */
    request_context?: {
        [key: string]: unknown;
    } | null;
};
type UpdateProspectsEnrollmentsResponse = {
    /** Names the enrollment to update and delete. */
    enrollment_id: string;
    /**
     * Chosen by the caller; arrives in every event delivered for the enrollment.
     *
     * At least 4 characters.
     */
    enrollment_key: string;
    response_context: components["schemas"]["ResponseContext"];
};
type ValidationError = {
    /** Error Context */
    ctx?: {
        [key: string]: unknown;
    };
    /** Location */
    loc: (string | number)[];
    /** Message */
    msg: string;
    /** Error Type */
    type: string;
};
type FetchProspectsEventsOperation = {
    parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
    };
    requestBody: {
        content: {
            "application/json": FetchProspectsEventsRequest;
        };
    };
    responses: {
        /** The events of these prospects. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": FetchProspectsEventsResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type GetProspectsEnrollmentsOperation = {
    parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
    };
    requestBody?: never;
    responses: {
        /** The enrollments of this key. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": GetProspectsEnrollmentsResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type AddProspectsEnrollmentsOperation = {
    parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
    };
    requestBody: {
        content: {
            "application/json": components["schemas"]["ProspectsEnrollmentsAddRequest"];
        };
    };
    responses: {
        /** Successful Response */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProspectsEnrollmentsAddResponse"];
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** Validation Error */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type DeleteProspectsEnrollmentsOperation = {
    parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
    };
    requestBody: {
        content: {
            "application/json": DeleteProspectsEnrollmentsRequest;
        };
    };
    responses: {
        /** The enrollment is ended. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": DeleteProspectsEnrollmentsResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type UpdateProspectsEnrollmentsOperation = {
    parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
    };
    requestBody: {
        content: {
            "application/json": UpdateProspectsEnrollmentsRequest;
        };
    };
    responses: {
        /** The enrollment is changed. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": UpdateProspectsEnrollmentsResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type AddWebhookOperation = {
    parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
    };
    requestBody: {
        content: {
            "application/json": AddWebhookRequest;
        };
    };
    responses: {
        /** The receiver is registered. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": AddWebhookResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type GetWebhookOperation = {
    parameters: {
        query?: never;
        header?: never;
        path: {
            /** @example "acme" */
            partner_id: string;
        };
        cookie?: never;
    };
    requestBody?: never;
    responses: {
        /** The registered receiver. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": GetWebhookResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type DeleteWebhookOperation = {
    parameters: {
        query?: never;
        header?: never;
        path: {
            /** @example "acme" */
            partner_id: string;
        };
        cookie?: never;
    };
    requestBody?: never;
    responses: {
        /** Nothing is delivered any more. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": DeleteWebhookResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
type CheckWebhookConnectivityOperation = {
    parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
    };
    requestBody: {
        content: {
            "application/json": CheckWebhookConnectivityRequest;
        };
    };
    responses: {
        /** The receiver was reached. */
        200: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": CheckWebhookConnectivityResponse;
            };
        };
        400: components["responses"]["BadRequest"];
        401: components["responses"]["Unauthorized"];
        403: components["responses"]["Forbidden"];
        /** The request does not satisfy the schema. */
        422: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["HTTPValidationError"];
            };
        };
        429: components["responses"]["TooManyRequests"];
        500: components["responses"]["InternalServerError"];
        503: components["responses"]["ServiceUnavailable"];
    };
};
export interface paths {
    "/v1/prospects/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch the events of prospects */
        post: operations["fetch_prospects_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prospects/events/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the enrollments of prospects */
        get: operations["get_prospects_enrollments"];
        put?: never;
        /** Add enrollments for prospects */
        post: operations["add_prospects_enrollments"];
        /** End an enrollment */
        delete: operations["delete_prospects_enrollments"];
        options?: never;
        head?: never;
        /**
         * Replace what an enrollment watches
         *
         * Key, event types and prospects are replaced as a whole, not added to.
         */
        patch: operations["update_prospects_enrollments"];
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register the receiver of deliveries
         *
         * A partner has one receiver; registering another replaces it and issues a new secret.
         */
        post: operations["add_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{partner_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the receiver of deliveries and its secret */
        get: operations["get_webhook"];
        put?: never;
        post?: never;
        /** Remove the receiver of deliveries */
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/check_connectivity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send simulated events to the receiver of deliveries */
        post: operations["check_webhook_connectivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** The body of 400, 401, 403, 500 and 503. */
        ErrorResponse: ErrorResponse;
        HTTPValidationError: HTTPValidationError;
        /** A prospect works for another company. */
        ProspectChangedCompanyEvent: ProspectChangedCompanyEvent;
        /** A prospect has another role. */
        ProspectChangedRoleEvent: ProspectChangedRoleEvent;
        /** An event of a prospect; `event_name` tells which data it has. */
        ProspectEvent: ProspectEvent;
        /** The data of a change of role or company. */
        ProspectJobChange: ProspectJobChange;
        /** The data of an anniversary of a job's start. */
        ProspectJobStartAnniversary: ProspectJobStartAnniversary;
        /** The anniversary of the day on which a prospect began the present job. */
        ProspectJobStartAnniversaryEvent: ProspectJobStartAnniversaryEvent;
        /** Prospects that are watched for events, under one key. */
        ProspectsEnrollment: ProspectsEnrollment;
        ProspectsEnrollmentsAddRequest: ProspectsEnrollmentsAddRequest;
        /** This is base response model for all responses in partner service. */
        ProspectsEnrollmentsAddResponse: ProspectsEnrollmentsAddResponse;
        /**
         * The `ProspectsEventIdentifier` class is an enumeration that defines event identifiers related to prospects.
         *
         * This enum is used to categorize and track events associated with prospects, such as:
         * - Role changes (e.g., when a prospect changes their role within a company)
         * - Company changes (e.g., when a prospect moves to a new company)
         * - Job anniversaries (e.g., celebrating the anniversary of a prospect's job start date)
         *
         * These identifiers ensure consistent handling and classification of prospect-related events across the application.
         */
        ProspectsEventIdentifier: "prospect_changed_role" | "prospect_changed_company" | "prospect_job_start_anniversary";
        /** The body of 429, documented in two shapes. */
        RateLimitError: RateLimitError;
        RateLimitExceeded: RateLimitExceeded;
        RateLimitExceededCode: RateLimitExceededCode;
        /**
         * The `RequestStatus` class is an enumeration that defines the possible statuses of a request.
         *
         * This enum is used to indicate whether a request was successful, missed, or failed. It ensures
         * consistent handling of request statuses across the application.
         *
         * Attributes:
         *     SUCCESS: Indicates that the request was successfully processed.
         *     MISS: Indicates that the request did not find any matching data.
         *     FAILURE: Indicates that the request encountered an error or failure.
         */
        RequestStatus: "success" | "miss" | "failure";
        ResponseContext: ResponseContext;
        ValidationError: ValidationError;
    };
    responses: {
        /** The request could not be understood. */
        BadRequest: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The key may not do this, or is out of credits. */
        Forbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The service met an error of its own. */
        InternalServerError: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** The service can't answer at the moment. */
        ServiceUnavailable: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** More than 200 requests in 60 seconds with this key. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitError"];
            };
        };
        /** The API key is missing or not recognised. */
        Unauthorized: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * Seconds to wait before the next request.
         *
         * An integer.
         * @example 30
         */
        RetryAfter: number;
        /**
         * Requests that one API key may make in a sliding window of 60 seconds, over all endpoints.
         *
         * An integer.
         * @example 200
         */
        XRateLimitLimit: number;
        /**
         * Requests left in the current window.
         *
         * An integer.
         * @example 199
         */
        XRateLimitRemaining: number;
        /**
         * When the window resets, in Unix seconds.
         *
         * An integer.
         * @example 1767225600
         */
        XRateLimitReset: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    fetch_prospects_events: FetchProspectsEventsOperation;
    get_prospects_enrollments: GetProspectsEnrollmentsOperation;
    add_prospects_enrollments: AddProspectsEnrollmentsOperation;
    delete_prospects_enrollments: DeleteProspectsEnrollmentsOperation;
    update_prospects_enrollments: UpdateProspectsEnrollmentsOperation;
    add_webhook: AddWebhookOperation;
    get_webhook: GetWebhookOperation;
    delete_webhook: DeleteWebhookOperation;
    check_webhook_connectivity: CheckWebhookConnectivityOperation;
}
