import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { DownloadOperation, UploadOperation } from './operation.ts';
import { parseInput } from './parse-input.ts';
import { refused } from './refused.ts';
import { type Actor, about, json, orThrow, purposeOf, type Run, type Spoken } from './run-operation.ts';
import { personsShown } from './viewings.ts';

/** Hands the body on as it comes. What is declared too long is refused before a byte of it is read. */
export async function runUpload<Context, Who>(
  request: FastifyRequest,
  {
    operation,
    ...run
  }: Omit<Run<Context, Who>, 'operation'> & { readonly operation: UploadOperation<Context, Who> },
): Promise<Spoken> {
  const input = orThrow(parseInput(run.schemas, partsOf(request)));
  const { maxBytes, tooLarge } = operation;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw refused({ code: tooLarge });
  const stream = request.body instanceof Readable ? request.body : Readable.from([]);
  const bytes = atMost(stream, operation);
  const header = operation.secretIn ? request.headers[operation.secretIn] : undefined;
  const secret = typeof header === 'string' && header.length <= 100 ? header : '';
  return json(operation, orThrow(await operation.run({ ...input, ...about(run), bytes, secret })));
}

/** Whoever looks at a file is noted before its first byte leaves. */
export async function runDownload<Context, Who extends Actor>(
  request: FastifyRequest,
  {
    operation,
    ...run
  }: Omit<Run<Context, Who>, 'operation'> & { readonly operation: DownloadOperation<Context, Who> },
): Promise<Spoken> {
  const input = orThrow(parseInput(run.schemas, partsOf(request)));
  const { database, viewings } = run.door;
  const purpose = purposeOf(request);
  if (viewings) orThrow(viewings.check(purpose));
  const file = orThrow(await operation.run(database, { ...input, ...about(run) }));
  const persons = await personsShown(database, { shows: operation.shows, shown: { ...input, value: null } });
  if (viewings && persons.length > 0)
    await viewings.note({ caller: run.caller, operation, purpose, persons });
  return { status: operation.status ?? 200, mediaType: file.mediaType, text: null, file };
}

function partsOf({ params, query }: FastifyRequest) {
  return { params, query, body: {} };
}

async function* atMost(
  bytes: Readable,
  { maxBytes, tooLarge }: { readonly maxBytes: number; readonly tooLarge: string },
): AsyncGenerator<Uint8Array> {
  let come = 0;
  for await (const piece of unbroken(bytes)) {
    come += piece.length;
    if (come > maxBytes) throw refused({ code: tooLarge });
    yield piece;
  }
}

/** Somebody whose line went dead hears nothing of it, and it is no fault of ours. */
async function* unbroken(bytes: Readable): AsyncGenerator<Uint8Array> {
  try {
    // Whoever stops reading must still be able to answer: the stream is the socket's.
    yield* bytes.iterator({ destroyOnReturn: false });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException; // streams of sockets fail with system errors
    if (['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(code))
      throw refused({ code: 'http.broken-off' });
    throw error;
  }
}
