import { ok, type Result, refuse } from '#basics';
import { findPersonByIdentity, recordsOf } from '#business/registry';
import { type GivenIdentity, readCreditCode, readIdentity } from '#business/registry/public';
import { findCase, readCaseNumber } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Asked } from './context.ts';
import { everybody, listWork, type Narrowed, type WorkPage, type WorkQuery } from './list-work.ts';
import { employerOf } from './work-list.store.ts';

/** By what a clerk finds cases: the number, the person's identity document, or where the person works or worked. */
export type Sought =
  | { readonly by: 'number'; readonly number: string }
  | { readonly by: 'identity'; readonly identity: GivenIdentity }
  | { readonly by: 'employer'; readonly creditCode: string };

/**
 * Cases of every state and procedure that somebody looks for; what they show is masked as in the list. A number finds the
 * other cases of the same person too: whoever asks about one asks about them next.
 */
export async function searchWork(
  reader: Reader,
  asked: Asked & {
    readonly sought: Sought;
    readonly query: WorkQuery;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<Result<WorkPage>> {
  const { sought, ...rest } = asked;
  const narrowed = await narrowedBy(reader, asked);
  if (!narrowed.ok) return narrowed;
  const { query, context } = asked;
  const states = query.states ?? (query.view === 'open' ? statesOf(context) : null);
  return listWork(reader, { ...rest, query: { ...query, states }, narrowed: narrowed.value });
}

/** Whoever looks for a case wants it over or not, unless they ask for a view. */
function statesOf({ processes }: Asked['context']): readonly string[] {
  return [...new Set(Object.values(processes).flatMap(({ states }) => Object.keys(states)))].sort();
}

const nobody: Narrowed = { ownerIds: [], employerId: null };

async function narrowedBy(
  reader: Reader,
  { context, sought }: Asked & { readonly sought: Sought },
): Promise<Result<Narrowed>> {
  switch (sought.by) {
    case 'number': {
      const number = readCaseNumber(sought.number);
      const file = number === null ? undefined : await findCase(reader, number);
      return file ? ofPerson(reader, file.ownerId) : refuse({ code: 'casework.no-case' });
    }
    case 'identity': {
      const read = readIdentity(sought.identity);
      if ('wrong' in read) return wrong('identity.number', read.wrong);
      const owner = await findPersonByIdentity(reader, { seal: context.seal, document: read.value });
      return owner === null ? ok(nobody) : ofPerson(reader, owner);
    }
    case 'employer': {
      const read = readCreditCode(sought.creditCode);
      if ('wrong' in read) return wrong('creditCode', read.wrong);
      const employerId = await employerOf(reader, read.value);
      return ok(employerId === null ? nobody : { ...everybody, employerId });
    }
  }
}

async function ofPerson(reader: Reader, owner: string): Promise<Result<Narrowed>> {
  return ok({ ...everybody, ownerIds: await recordsOf(reader, { owner }) });
}

function wrong(path: string, details: readonly { readonly zh: string; readonly en: string }[]) {
  return refuse({ code: 'registry.number-wrong', problems: details.map((detail) => ({ path, detail })) });
}
