// A running mock, as a test holds it.
import type { paths } from '@agentsource/types';
import type { RecordedRequest } from './control/recorded-request.ts';
import type { OperationName, ResponsesOf, SuccessOf, ToldAnswer } from './control/told-answer.ts';
import type { NonConformingOperation } from './non-conforming.ts';

/** `Paths` are those of the served document, as openapi-typescript generates them; default this package's own. */
export interface Mock<Paths = paths> {
  /** Where it listens, such as `http://127.0.0.1:4010`: the client's `baseUrl`. */
  url: string;
  /** What it serves. */
  document: {
    title: string;
    /** `info.version` of the document. */
    version: string;
    /** SHA-256, in hex, of the document as JSON with two spaces and a final newline. */
    sha256: string;
    /** How many operations it has. */
    operations: number;
  };
  /** With `webhookUrl`: the secret that signs what is delivered there. */
  webhookSecret?: string;
  /** The requests of late, up to 1000 and 16 MiB of bodies, in the order in which they came. */
  readonly requests: RecordedRequest[];
  /**
   * Tells it what to answer to the next valid request for an operation; told several times, it gives one answer after the other,
   * and then the document's again. An error (400 and above), a delay or a fault comes whatever the request is worth.
   *
   * @throws {MockError} when there is no such operation, no such example, or it can't be answered so.
   *
   * @example
   * ```ts
   * import { startMock } from '@agentsource/mock';
   *
   * const mock = await startMock();
   * mock.answer('GET /v1/prospects/events/enrollments', { status: 503 });
   * const list = () => fetch(`${mock.url}/v1/prospects/events/enrollments`, { headers: { api_key: 'any' } });
   * console.log((await list()).status, (await list()).status); // 503 200
   * console.log(mock.requests.map(({ method, status }) => `${method} ${status}`).join(', ')); // GET 503, GET 200
   * await mock.close();
   * ```
   */
  answer<Name extends OperationName<Paths>, Status extends number = SuccessOf<ResponsesOf<Paths, Name>>>(
    operation: Name,
    answer: ToldAnswer<ResponsesOf<Paths, Name>, Status>,
  ): void;
  /**
   * As if it had just been started: no requests, no answers that were told, nothing counted, and of what it remembers only `seed`.
   * Deliveries that wait are dropped.
   */
  reset(): void;
  /**
   * The operations whose response to a valid request violates the document, each with the reason; their answers carry the
   * header `sl-violations`. Empty for the document of this package.
   */
  nonConformingOperations(): Promise<NonConformingOperation[]>;
  /** Stops listening and drops requests in flight; resolves when the port is free again. */
  close(): Promise<void>;
}
