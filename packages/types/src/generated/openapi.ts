// The document as types. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
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
        /**
         * Add Prospects Enrollments
         * @description Add enrollments for prospects
         */
        post: operations["add_prospects_enrollments"];
        /** End an enrollment */
        delete: operations["delete_prospects_enrollments"];
        options?: never;
        head?: never;
        /**
         * Replace what an enrollment watches
         * @description Key, event types and prospects are replaced as a whole, not added to.
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
         * @description A partner has one receiver; registering another replaces it and issues a new secret.
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
        /**
         * ErrorResponse
         * @description The body of 400, 401, 403, 500 and 503.
         */
        ErrorResponse: {
            /** @description Identifies the request to the vendor's support. */
            correlation_id: string;
            /** @description What went wrong, for a person. */
            details: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * ProspectChangedCompanyEvent
         * @description A prospect works for another company.
         */
        ProspectChangedCompanyEvent: {
            data: components["schemas"]["ProspectJobChange"];
            /** @description Unique for each event. */
            event_id: string;
            /** @constant */
            event_name: "prospect_changed_company";
            /**
             * Format: date-time
             * @description When it happened.
             */
            event_time: string;
            /** @description Whom it is about. */
            prospect_id: string;
        };
        /**
         * ProspectChangedRoleEvent
         * @description A prospect has another role.
         */
        ProspectChangedRoleEvent: {
            data: components["schemas"]["ProspectJobChange"];
            /** @description Unique for each event. */
            event_id: string;
            /** @constant */
            event_name: "prospect_changed_role";
            /**
             * Format: date-time
             * @description When it happened.
             */
            event_time: string;
            /** @description Whom it is about. */
            prospect_id: string;
        };
        /**
         * ProspectEvent
         * @description An event of a prospect; `event_name` tells which data it has.
         */
        ProspectEvent: components["schemas"]["ProspectChangedRoleEvent"] | components["schemas"]["ProspectChangedCompanyEvent"] | components["schemas"]["ProspectJobStartAnniversaryEvent"];
        /**
         * ProspectJobChange
         * @description The data of a change of role or company.
         */
        ProspectJobChange: {
            /** @description Identifies the company after the change. */
            current_company_id?: string;
            /** @description The company after the change. */
            current_company_name?: string;
            /** @description The job title after the change. */
            current_job_title?: string;
            /** @description The name of the event once more. */
            event_name?: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            event_time?: string;
            /** @description Identifies the company before the change. */
            previous_company_id?: string;
            /** @description The company before the change. */
            previous_company_name?: string;
            /** @description The job title before the change. */
            previous_job_title?: string;
        };
        /**
         * ProspectJobStartAnniversary
         * @description The data of an anniversary of a job's start.
         */
        ProspectJobStartAnniversary: {
            /** @description Where the prospect works. */
            company_name?: string;
            /** @description The name of the event once more. */
            event_name?: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            event_time?: string;
            /** @description The prospect's name. */
            full_name?: string;
            /**
             * Format: date-time
             * @description The day of the anniversary.
             */
            job_anniversary_date?: string;
            /** @description What the prospect works as. */
            job_title?: string;
            /**
             * Format: uri
             * @description The prospect's profile at LinkedIn.
             */
            linkedin_url?: string;
            /** @description Years since the job began. */
            years_at_company?: number;
        };
        /**
         * ProspectJobStartAnniversaryEvent
         * @description The anniversary of the day on which a prospect began the present job.
         */
        ProspectJobStartAnniversaryEvent: {
            data: components["schemas"]["ProspectJobStartAnniversary"];
            /** @description Unique for each event. */
            event_id: string;
            /** @constant */
            event_name: "prospect_job_start_anniversary";
            /**
             * Format: date-time
             * @description When it happened.
             */
            event_time: string;
            /** @description Whom it is about. */
            prospect_id: string;
        };
        /**
         * ProspectsEnrollment
         * @description Prospects that are watched for events, under one key.
         */
        ProspectsEnrollment: {
            /** @description Names the enrollment to update and delete. */
            enrollment_id: string;
            /** @description Chosen by the caller; arrives in every event delivered for the enrollment. */
            enrollment_key: string;
            /** @description Names of the events watched for. */
            event_types: string[];
            prospect_ids: string[];
        };
        /** ProspectsEnrollmentsAddRequest */
        ProspectsEnrollmentsAddRequest: {
            /** Enrollment Key */
            enrollment_key: string;
            event_types: components["schemas"]["ProspectsEventIdentifier"][];
            /** Prospect Ids */
            prospect_ids: string[];
            /**
             * Request Context
             * @example null
             */
            request_context?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * ProspectsEnrollmentsAddResponse
         * @description This is base response model for all responses in partner service.
         */
        ProspectsEnrollmentsAddResponse: {
            /** Enrollment Id */
            enrollment_id: string;
            /** Enrollment Key */
            enrollment_key: string;
            response_context: components["schemas"]["ResponseContext"];
        };
        /**
         * ProspectsEventIdentifier
         * @description The `ProspectsEventIdentifier` class is an enumeration that defines event identifiers related to prospects.
         *
         *     This enum is used to categorize and track events associated with prospects, such as:
         *     - Role changes (e.g., when a prospect changes their role within a company)
         *     - Company changes (e.g., when a prospect moves to a new company)
         *     - Job anniversaries (e.g., celebrating the anniversary of a prospect's job start date)
         *
         *     These identifiers ensure consistent handling and classification of prospect-related events across the application.
         * @enum {string}
         */
        ProspectsEventIdentifier: "prospect_changed_role" | "prospect_changed_company" | "prospect_job_start_anniversary";
        /**
         * RateLimitError
         * @description The body of 429, documented in two shapes.
         */
        RateLimitError: components["schemas"]["RateLimitExceeded"] | components["schemas"]["RateLimitExceededCode"];
        /** RateLimitExceeded */
        RateLimitExceeded: {
            /** @constant */
            error: "rate_limit_exceeded";
            message: string;
            /** @description Seconds to wait before the next request. */
            retry_after: number;
        };
        /** RateLimitExceededCode */
        RateLimitExceededCode: {
            /** @constant */
            code: 429;
            message: string;
            /** @description Seconds to wait before the next request. */
            retry_after: number;
        };
        /**
         * RequestStatus
         * @description The `RequestStatus` class is an enumeration that defines the possible statuses of a request.
         *
         *     This enum is used to indicate whether a request was successful, missed, or failed. It ensures
         *     consistent handling of request statuses across the application.
         *
         *     Attributes:
         *         SUCCESS: Indicates that the request was successfully processed.
         *         MISS: Indicates that the request did not find any matching data.
         *         FAILURE: Indicates that the request encountered an error or failure.
         * @enum {string}
         */
        RequestStatus: "success" | "miss" | "failure";
        /** ResponseContext */
        ResponseContext: {
            /** Correlation Id */
            correlation_id: string;
            request_status: components["schemas"]["RequestStatus"];
            /** Time Took In Seconds */
            time_took_in_seconds: number;
        };
        /** ValidationError */
        ValidationError: {
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
    };
    responses: {
        /** @description The request could not be understood. */
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
        /** @description The key may not do this, or is out of credits. */
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
        /** @description The service met an error of its own. */
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
        /** @description The service can't answer at the moment. */
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
        /** @description More than 200 requests in 60 seconds with this key. */
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
        /** @description The API key is missing or not recognised. */
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
        /** @description Seconds to wait before the next request. */
        RetryAfter: number;
        /** @description Requests that one API key may make in a sliding window of 60 seconds, over all endpoints. */
        XRateLimitLimit: number;
        /** @description Requests left in the current window. */
        XRateLimitRemaining: number;
        /** @description When the window resets, in Unix seconds. */
        XRateLimitReset: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    fetch_prospects_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default prospect
                     * @enum {string}
                     */
                    entity_type?: "business" | "prospect";
                    event_types: components["schemas"]["ProspectsEventIdentifier"][];
                    prospect_ids: string[];
                    /** @description Whatever the caller wants to send along. */
                    request_context?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description An ISO date and time, or a date as YYYY-MM-DD. */
                    timestamp_from?: string | null;
                    /** @description An ISO date and time, or a date as YYYY-MM-DD. */
                    timestamp_to?: string | null;
                };
            };
        };
        responses: {
            /** @description The events of these prospects. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Events of the last three months at most. */
                        output_events: components["schemas"]["ProspectEvent"][];
                        response_context: components["schemas"]["ResponseContext"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
    get_prospects_enrollments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enrollments of this key. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enrollments: components["schemas"]["ProspectsEnrollment"][];
                        response_context: components["schemas"]["ResponseContext"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
    add_prospects_enrollments: {
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
            /** @description Successful Response */
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
            /** @description Validation Error */
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
    delete_prospects_enrollments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Names the enrollment to update and delete. */
                    enrollment_id: string;
                    /** @description Whatever the caller wants to send along. */
                    request_context?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description The enrollment is ended. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        response_context: components["schemas"]["ResponseContext"];
                        /** @default success */
                        status?: components["schemas"]["RequestStatus"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
    update_prospects_enrollments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Names the enrollment to update and delete. */
                    enrollment_id: string;
                    /** @description Chosen by the caller; arrives in every event delivered for the enrollment. */
                    enrollment_key: string;
                    event_types: components["schemas"]["ProspectsEventIdentifier"][];
                    prospect_ids: string[];
                    /** @description Whatever the caller wants to send along. */
                    request_context?: {
                        [key: string]: unknown;
                    } | null;
                };
            };
        };
        responses: {
            /** @description The enrollment is changed. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Names the enrollment to update and delete. */
                        enrollment_id: string;
                        /** @description Chosen by the caller; arrives in every event delivered for the enrollment. */
                        enrollment_key: string;
                        response_context: components["schemas"]["ResponseContext"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
    add_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partner_id: string;
                    /** @description Whatever the caller wants to send along. */
                    request_context?: {
                        [key: string]: unknown;
                    } | null;
                    webhook_url: string;
                };
            };
        };
        responses: {
            /** @description The receiver is registered. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        last_modified_time: string;
                        response_context: components["schemas"]["ResponseContext"];
                        /** @description Base64url; its decoded bytes are the key of the deliveries' signatures. */
                        webhook_secret: string;
                        webhook_url: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
    get_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acme */
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The registered receiver. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        last_modified_time: string;
                        response_context: components["schemas"]["ResponseContext"];
                        /** @description Base64url; its decoded bytes are the key of the deliveries' signatures. */
                        webhook_secret: string;
                        webhook_url: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
    delete_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acme */
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is delivered any more. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        response_context: components["schemas"]["ResponseContext"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
    check_webhook_connectivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partner_id: string;
                    /** @description Whatever the caller wants to send along. */
                    request_context?: {
                        [key: string]: unknown;
                    } | null;
                    simulation?: {
                        /** @description Name of the event to make up, such as prospect_changed_role. */
                        event_name?: string;
                        /** Format: date-time */
                        event_time?: string;
                        number_of_events?: number;
                    };
                };
            };
        };
        responses: {
            /** @description The receiver was reached. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["XRateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["XRateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["XRateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        response_context: components["schemas"]["ResponseContext"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description The request does not satisfy the schema. */
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
}
