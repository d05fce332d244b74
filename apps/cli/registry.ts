import { text } from 'node:stream/consumers';
import { isPlainDate, ok, plainDate, type Result, refuse } from '#basics';
import {
  decideFact,
  type FactDecision,
  factsOf,
  factsWaiting,
  findPersonByIdentity,
  type ListedFact,
  personCard,
  readRecordEntry,
  recordFact,
  type SaidHolding,
} from '#business/registry';
import { type GivenIdentity, readIdentity } from '#business/registry/public';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/**
 * `suixing person find --kind KIND [--issuer XXX]`, the number from standard input: a command line is seen by everybody on
 * the machine and kept in the shell's history.
 */
export async function findPerson(
  frame: Frame,
  asked: RegistryDesk & Omit<GivenIdentity, 'number'>,
): Promise<ExitCode> {
  const { agency, kind, issuer } = asked;
  const read = readIdentity({ kind, issuer, number: await text(frame.stdin) });
  if ('wrong' in read) {
    const problems = read.wrong.map((detail) => ({ path: 'number', detail }));
    return conclude(frame, refuse({ code: 'registry.number-wrong', problems }), () => '');
  }
  const { database, seal } = agency;
  const owner = await findPersonByIdentity(database, { seal, document: read.value });
  const card = owner ? await personCard(database, { owner, seal }) : null;
  const found = card ? ok(card) : refuse({ code: 'registry.no-such-person' });
  return conclude(frame, found, ({ personId, name, birthYear, nationality, documents }) =>
    [personId, name, birthYear, nationality, ...documents.map(({ number }) => number)].join('  '),
  );
}

/** `suixing fact record PERSON FILE|- --paper REFERENCE`: the entry as JSON, in the shape of docs/import.md. */
export async function recordFactOf(
  frame: Frame,
  asked: RegistryDesk & {
    readonly owner: string;
    readonly entry: string;
    readonly paperReference: string;
    readonly days?: { readonly from?: string; readonly to?: string };
  },
): Promise<ExitCode> {
  const { agency: context, caller, owner, paperReference, days = {} } = asked;
  const entry = readRecordEntry(asked.entry);
  if (!entry.ok) return conclude(frame, entry, () => '');
  const holding = readHolding(days);
  if (!holding.ok) return conclude(frame, holding, () => '');
  const fact = { owner, entry: entry.value, paperReference, holding: holding.value };
  const told = await inTransaction(context.database, (tx) => recordFact(tx, { context, caller, fact }));
  return conclude(frame, told, ({ factId }) =>
    say(frame, {
      zh: `已登记 ${factId}，等待另一名复核人员确认。`,
      en: `Recorded as ${factId}; it waits for another officer to confirm it.`,
    }),
  );
}

function readHolding({ from, to }: { readonly from?: string; readonly to?: string }): Result<SaidHolding> {
  for (const [name, day] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (day !== undefined && !isPlainDate(day)) return refuse({ code: 'cli.bad-value', figures: { name } });
  return ok({ trueFrom: from && plainDate(from), trueTo: to && plainDate(to) } as SaidHolding); // an empty day is refused above
}

/** `suixing fact confirm PERSON FACT` and `suixing fact reject PERSON FACT --reason TEXT`. */
export async function decideFactOf(
  frame: Frame,
  { agency: context, caller, decision }: RegistryDesk & { readonly decision: FactDecision },
): Promise<ExitCode> {
  const told = await inTransaction(context.database, (tx) => decideFact(tx, { context, caller, decision }));
  return conclude(frame, told, ({ confirmed }) =>
    say(frame, confirmed ? { zh: '已确认。', en: 'Confirmed.' } : { zh: '已退回。', en: 'Rejected.' }),
  );
}

/** `suixing fact list [PERSON]`: of one person all entries, otherwise the first hundred that wait. */
export async function listFacts(
  frame: Frame,
  { agency, owner }: Pick<RegistryDesk, 'agency'> & { readonly owner: string | null },
): Promise<ExitCode> {
  const page = owner === null ? await factsWaiting(agency.database, { after: null, limit: 100 }) : null;
  const facts = page ? page.items : await factsOf(agency.database, owner ?? '');
  show(frame, facts, () => facts.map((fact) => factWords(fact)).join('\n'));
  return 0;
}

function factWords({ personId, factId, kind, body, status, reference }: ListedFact): string {
  return [personId, factId, kind, JSON.stringify(body), status, reference].join('  ');
}
