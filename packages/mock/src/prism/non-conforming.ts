// An operation that the document describes but can't be mocked truthfully. A file of its own, since it is public: a declaration that
// reaches Prism's reaches declarations that don't compile without `skipLibCheck`.

export interface UntruthfulOperation {
  /** Method and path, as `POST /v1/prospects/events/enrollments`. */
  operation: string;
  reason: string;
}
