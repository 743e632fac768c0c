// An operation for which no conforming response is found. A file of its own, since it is public: its declaration reaches no other.

/** An operation that the mock answers in violation of the document. */
export interface NonConformingOperation {
  /** Method and path, as `POST /v1/prospects/events/enrollments`. */
  operation: string;
  /** What of the response violates its schema, or why none could be generated. */
  reason: string;
}
