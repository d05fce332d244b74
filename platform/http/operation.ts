import type { z } from 'zod';
import type { Result, Text } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { Shown } from './viewings.ts';

/**
 * One operation of the API: its schema stands beside its handler, and OpenAPI, the checks of who may use it, and the tests
 * that every route owes are made from the same object. An operation without `roles` does not exist (deny by default).
 *
 * `Context` is what the app hands in (clock, ids, calendar, rule schedule, keys …); `Who` is the caller.
 */
export type Operation<Context, Who> =
  | ReadOperation<Context, Who>
  | WriteOperation<Context, Who>
  | JobOperation<Context, Who>
  | TextOperation<Context, Who>
  | UploadOperation<Context, Who>
  | DownloadOperation<Context, Who>;

export interface Declared {
  /** Unique, lower camel case, a verb and a noun: `openWithdrawal`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, with `{name}` for parameters: `/withdrawals/{number}`. No personal data in it. */
  readonly path: string;
  readonly tag: string;
  readonly summary: Text;
  /** Roles that may use it; `'anyone'` needs no login. */
  readonly roles: 'anyone' | readonly string[];
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** What a success answers; anything that it does not declare is left out of the answer. */
  readonly answer: z.ZodType;
  /** HTTP status of a success; 200 unless something is made (201) or nothing is answered (204). */
  readonly status?: 200 | 201 | 202 | 204;
  /** Codes of the refusals that it may give, besides those that every operation gives. */
  readonly refusals: readonly string[];
  /**
   * Whose records a read shows, for the access log. Left out where the path has `{personId}` or the answer holds
   * everybody's id; `'nobody'` where it shows no person's records.
   */
  readonly shows?: 'nobody' | ((reader: Reader, shown: Shown) => Promise<readonly string[]>);
  /** How often one address may call it in a minute; 600 unless said otherwise. */
  readonly perMinute?: number;
}

export interface Request<Context, Who> {
  readonly context: Context;
  readonly caller: Who;
  // The door has parsed these by the operation's own schemas.
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/** Reads only; runs on the pool. */
export interface ReadOperation<Context, Who> extends Declared {
  readonly kind: 'read';
  readonly run: (reader: Reader, request: Request<Context, Who>) => Promise<Result<unknown>>;
}

/**
 * Writes in one transaction, which the door opens. It takes an `Idempotency-Key`: the answer is kept in the same
 * transaction, so that the same key and body get the same answer and nothing happens twice.
 */
export interface WriteOperation<Context, Who> extends Declared {
  readonly kind: 'write';
  readonly run: (tx: Tx, request: Request<Context, Who>) => Promise<Result<unknown>>;
}

/** Needs transactions of its own (an import, a batch); must be idempotent by its own nature. */
export interface JobOperation<Context, Who> extends Declared {
  readonly kind: 'job';
  /** `opens`: the answer is an `OpenedSession`, which the door puts into a cookie unless a token was asked for. */
  readonly session?: 'opens' | 'ends';
  readonly run: (request: JobRequest<Context, Who>) => Promise<Result<unknown>>;
}

export interface JobRequest<Context, Who> extends Request<Context, Who> {
  /** The network address that it came from; absent where it did not come over HTTP. */
  readonly from?: string;
  /** What showed who asks; absent where nobody is asked for it. */
  readonly by?: ShownBy;
}

/** A browser's cookie, which no script can read, or a token that a program holds. */
export type ShownBy = 'cookie' | 'bearer';

/** What a job with `session: 'opens'` answers; `deliver` says whether the token goes into a cookie or into the answer. */
export interface OpenedSession {
  readonly deliver: 'cookie' | 'token';
  readonly token: string;
  readonly expiresAt: string;
}

/** Takes the body as the text that it is and answers a finished text: files, lines, documents of another format. */
export interface TextOperation<Context, Who> extends Omit<Declared, 'body'> {
  readonly kind: 'text';
  /** Media types that it takes. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  readonly maxBytes: number;
  /** Describes the text for readers of the API; it is not checked against it. */
  readonly body?: z.ZodType;
  readonly run: (request: TextRequest<Context, Who>) => Promise<Result<TextAnswer>>;
}

export interface TextRequest<Context, Who> extends Omit<Request<Context, Who>, 'body'> {
  readonly text: string;
  /** Media type without parameters, lower case. */
  readonly mediaType: string;
}

export interface TextAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
}

/**
 * Takes the body as a stream of bytes, which nobody has gathered in memory. Opens transactions of its own, and must be
 * repeatable by its own nature: the same bytes sent twice are there once.
 */
export interface UploadOperation<Context, Who> extends Declared {
  readonly kind: 'upload';
  /** Media types that it names; what the bytes are, the use case looks at itself. */
  readonly consumes: readonly string[];
  /** More is refused, at the latest when so many have come. */
  readonly maxBytes: number;
  /** The code of that refusal, which says what somebody with a single file can do. */
  readonly tooLarge: string;
  /** The header with the secret that shows who sends it, where no login does: the body is the file, and addresses are logged. */
  readonly secretIn?: string;
  readonly run: (request: UploadRequest<Context, Who>) => Promise<Result<unknown>>;
}

export interface UploadRequest<Context, Who> extends Omit<Request<Context, Who>, 'body'> {
  /** Throws the operation's refusal (`tooLarge`) where it is longer than allowed. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** As `secretIn` names it; empty where none came. */
  readonly secret: string;
}

/** Answers a file; whoever looked at it is noted before the first byte leaves. */
export interface DownloadOperation<Context, Who> extends Declared {
  readonly kind: 'download';
  readonly produces: readonly string[];
  readonly run: (reader: Reader, request: Request<Context, Who>) => Promise<Result<FileAnswer>>;
}

export interface FileAnswer {
  readonly mediaType: string;
  /** Plain ASCII, our own and never a person's. */
  readonly fileName: string;
  /** We made it ourselves, and a browser may show it; everything else is to be kept. */
  readonly ours?: true;
  readonly length: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}
