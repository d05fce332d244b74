import { join } from 'node:path';
import { type Clock, ok, plainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { officeName, type Printed, signPayload } from '#business/letters';
import { personById, personCard } from '#business/registry';
import { maskName } from '#business/registry/public';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { AgencyKeys } from '#platform/signing';
import type { Press } from '#platform/typesetting';
import { type EntryPlace, type PeriodEntry, type PeriodStatement, readPeriod } from './read-period.ts';
import { payloadOfStatement, statementPage, type YearStatement } from './year-statement.ts';

/** What setting a statement on paper needs of an agency. */
export interface StatementContext {
  readonly clock: Clock;
  readonly seal: Seal;
  readonly signingKeys: AgencyKeys;
  readonly press: Press;
  readonly region: string;
}

interface YearWish {
  readonly context: StatementContext;
  readonly caller: Caller;
  readonly owner: string;
  /** Four digits. */
  readonly year: string;
  readonly lang: 'zh' | 'en';
}

/** The statement of a year as PDF. Refuses `personal-account.none` and `personal-account.days-wrong`. */
export async function printYear(reader: Reader, wish: YearWish): Promise<Result<Printed, Refusal>> {
  const { context, lang } = wish;
  const at = context.clock.now();
  const statement = await yearStatement(reader, wish);
  if (!statement.ok) return statement;
  const payload = payloadOfStatement(statement.value);
  const signer = context.signingKeys.signer();
  // As with letters: work does not wait for a key, and what bears no code says so.
  const signed = signer.ok ? signPayload(signer.value, { payload, at }) : null;
  const data = statementPage(statement.value, { payload, signed, lang });
  const template = join(import.meta.dirname, 'templates', 'statement-1.typ');
  return ok(await context.press.print({ template, data }));
}

/** Everything that stands on it: the year up to its end, or up to today. */
export async function yearStatement(
  reader: Reader,
  { context, caller, owner, year }: Omit<YearWish, 'lang'>,
): Promise<Result<YearStatement, Refusal>> {
  const today = shanghaiDate(context.clock.now());
  const from = plainDate(`${year}-01-01`);
  const to = year === today.slice(0, 4) ? today : plainDate(`${year}-12-31`);
  if (from > today) return refuse({ code: 'personal-account.days-wrong' });
  const read = await wholePeriod(reader, { caller, owner, from, to });
  if (!read.ok) return read;
  const { openingFen, balanceFen, interestFen, entries } = read.value;
  const [person, card] = [
    await personById(reader, owner),
    await personCard(reader, { owner, seal: context.seal }),
  ];
  if (!person || !card) return refuse({ code: 'personal-account.none' });
  return ok({
    ...{ year, from, to, region: context.region, issuedOn: today, openingFen, balanceFen, interestFen },
    office: await officeName(reader, person.officeId),
    holder: { zh: maskName(person.name), en: maskName(person.name) },
    document: card.documents[0]?.number ?? null,
    entries: entries.map(({ effectiveOn, purposeName, changeFen, balanceFen: after }) => ({
      ...{ effectiveOn, purposeName, changeFen, balanceFen: after },
    })),
  });
}

type Span = Pick<PeriodStatement, 'from' | 'to'> & { readonly caller: Caller; readonly owner: string };

/** All of it, however many pages it takes. */
async function wholePeriod(reader: Reader, span: Span): Promise<Result<PeriodStatement, Refusal>> {
  const entries: PeriodEntry[] = [];
  let after: EntryPlace | null = null;
  for (;;) {
    const page = await readPeriod(reader, { ...span, known: null, after, limit: 1000 });
    if (!page.ok) return page;
    entries.push(...page.value.entries);
    if (page.value.next === null) return ok({ ...page.value, entries });
    after = page.value.next;
  }
}
