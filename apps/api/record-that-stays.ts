import type { Caller } from '#business/access/public';
import { survivorOf } from '#business/registry';
import type {
  FileOperation,
  JobOperation,
  Operation,
  ReadOperation,
  TextOperation,
  WriteOperation,
} from '#platform/http';
import type { Reader } from '#platform/postgres';
import type { ApiContext } from './context.ts';

type Of<Kind extends 'read' | 'write' | 'job' | 'text' | 'file'> = {
  readonly read: ReadOperation<ApiContext, Caller>;
  readonly write: WriteOperation<ApiContext, Caller>;
  readonly job: JobOperation<ApiContext, Caller>;
  readonly text: TextOperation<ApiContext, Caller>;
  readonly file: FileOperation<ApiContext, Caller>;
}[Kind];

/**
 * An operation on a person, asked by a record that was merged, is done on the record that stays. One that names a part of a
 * record besides (a fact, a correction) is done on the record that was named: the part lies there.
 */
export function byTheRecordThatStays(
  operation: Operation<ApiContext, Caller>,
): Operation<ApiContext, Caller> {
  if (!/^[^{]*\{personId\}[^{]*$/.test(operation.path)) return operation;
  switch (operation.kind) {
    case 'read': {
      const run: Of<'read'>['run'] = async (reader, request) =>
        operation.run(reader, await renamed(reader, request));
      return { ...operation, run };
    }
    case 'write': {
      const run: Of<'write'>['run'] = async (tx, request) => operation.run(tx, await renamed(tx, request));
      return { ...operation, run };
    }
    case 'job': {
      const run: Of<'job'>['run'] = async (request) =>
        operation.run(await renamed(request.context.database, request));
      return { ...operation, run };
    }
    case 'file': {
      const run: Of<'file'>['run'] = async (reader, request) =>
        operation.run(reader, await renamed(reader, request));
      return { ...operation, run };
    }
    case 'text': {
      const run: Of<'text'>['run'] = async (request) =>
        operation.run(await renamed(request.context.database, request));
      return { ...operation, run };
    }
  }
}

async function renamed<R extends { readonly params: Record<string, string> }>(
  reader: Reader,
  request: R,
): Promise<R> {
  const { personId = '' } = request.params;
  return { ...request, params: { ...request.params, personId: await survivorOf(reader, personId) } };
}
