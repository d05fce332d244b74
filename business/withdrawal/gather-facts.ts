import { canonicalJson, type PlainDate } from '#basics';
import { keptFacts, paperFacts } from '#business/materials';
import { personById, situationOf } from '#business/registry';
import type { AssessmentRequest } from '#business/registry/public';
import { sameName } from '#business/registry/public';
import { estateFacts, readEstate } from '#business/succession';
import { actionsOf, type CaseFile, materialsOf, parentOf } from '#engines/casework';
import {
  type Account,
  type DatedRate,
  type InterestEntry,
  readAccount,
  readInterestEntries,
  readInterestRates,
} from '#engines/ledger';
import { type InterestBucket, type InterestRule, paymentAfterDeath, regionPack, valueOn } from '#law';
import type { Reader } from '#platform/postgres';
import { type Applicant, applicantSeenOn, wasSeenThen } from './applicant-seen.ts';
import { competingCase } from './competing.ts';
import type { WithdrawalContext } from './context.ts';
import { papersNotServing } from './correction-round.ts';
import type { CaseFacts, MoneyFacts, PayeeFact } from './decide-withdrawal.ts';
import { onRecord } from './on-record.ts';
import { type Payee, payeeOf } from './payee.store.ts';

/** What is on record of a case at this moment. */
export interface Gathered {
  readonly facts: CaseFacts;
  /** Another case that stands in the way; null where none does. */
  readonly competing: CaseFile | null;
}

/**
 * Gathers the facts that a case is decided on: the register, the account, other open cases, the papers and the payee. The
 * case's own hold is no competing case.
 */
export async function gatherFacts(
  reader: Reader,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    readonly on: PlainDate;
    /** Who applies, where the case does not tell it yet. */
    readonly applicant?: Applicant | undefined;
  },
): Promise<Gathered> {
  const { context, file, on } = asked;
  const person = await personById(reader, file.ownerId);
  const register = await situationOf(reader, { owner: file.ownerId, onDate: on });
  if (!person || !register) throw new Error(`case ${file.id} has no person`);
  const account = await readAccount(reader, file.ownerId);
  const competing = await competingCase(reader, { file, account });
  const payee = await payeeOf(reader, file);
  const open = { ...register.open, competingCase: competing !== null };
  const situation: AssessmentRequest = plain({
    ...register,
    onDate: on,
    region: context.region,
    account: accountFact(account),
    open,
  });
  const applied = await appliedHow(reader, { file, applicant: asked.applicant });
  const papers = await paperFacts(reader, { file, on });
  const payeeKnown = payee ? payeeFact(payee, person) : null;
  const estate = await estateOf(reader, { file, on, payee: payeeKnown });
  const payeeNamed = payee !== undefined || estate.accountNamed;
  const held = onRecord(situation, { ...applied, payeeNamed });
  const facts = {
    situation,
    papers: await papersOf(reader, file),
    onRecord: [...new Set([...held, ...Object.keys(papers.reused)])],
    ...keptFacts(papers),
    payee: payeeKnown,
    money: await moneyFacts(reader, account, regionPack(context.region).interest),
    ...estate.facts,
  };
  return { facts, competing };
}

/** Heirs on record; they are divided among unless the person’s own account was named and comes first on that day. */
async function estateOf(
  reader: Reader,
  { file, on, payee }: { readonly file: CaseFile; readonly on: PlainDate; readonly payee: PayeeFact | null },
): Promise<{
  readonly facts: Pick<CaseFacts, 'succession' | 'ownAccountFirst'>;
  readonly accountNamed: boolean;
}> {
  if (file.subject !== 'death') return { facts: {}, accountNamed: false };
  const estate = await readEstate(reader, file);
  const { divisionId, ...known } = estateFacts(estate, on);
  const preferred = valueOn(paymentAfterDeath, on)?.value === 'own-account-first';
  const own = payee?.kind === 'insured' && preferred;
  const divided = !own && divisionId !== undefined ? { divisionId } : {};
  return {
    facts: {
      ...(estate.successors.length > 0 ? { succession: { ...divided, ...known } } : {}),
      ...(own ? { ownAccountFirst: true as const } : {}),
    },
    accountNamed: estate.successors.some(({ accountRevision }) => accountRevision !== null),
  };
}

function accountFact(account: Account | undefined): NonNullable<AssessmentRequest['account']> {
  if (!account || account.closedOn !== null) return { exists: false };
  return { exists: true, balanceFen: `${account.balanceFen}` };
}

async function appliedHow(
  reader: Reader,
  { file, applicant }: { readonly file: CaseFile; readonly applicant: Applicant | undefined },
) {
  const submitted = (await actionsOf(reader, file)).find(({ data }) => data.facts !== undefined);
  const kind = submitted?.actorKind ?? applicant?.kind;
  const { ownerId } = file;
  const seen = submitted
    ? wasSeenThen(submitted.data.facts)
    : (await applicantSeenOn(reader, { ownerId, applicant })) !== null;
  const followsUp = (await parentOf(reader, file)) !== undefined;
  return { channel: file.channel, identified: kind === 'insured' || seen, followsUp };
}

async function papersOf(reader: Reader, file: CaseFile): Promise<Readonly<Record<string, number>>> {
  const given = await materialsOf(reader, file);
  const notServing = papersNotServing(await actionsOf(reader, file));
  const serving = given.filter(({ materialId }) => !notServing.has(materialId));
  return Object.fromEntries(serving.map(({ materialId, revision }) => [materialId, revision]));
}

function payeeFact(
  payee: Payee,
  person: { readonly name: string; readonly nameLatin: string | null },
): PayeeFact {
  return { revision: payee.revision, kind: payee.kind, ownName: sameName(payee.name, person) };
}

async function moneyFacts(
  reader: Reader,
  account: Account | undefined,
  rule: InterestRule,
): Promise<MoneyFacts | null> {
  if (!account || account.closedOn !== null) return null;
  const entries = await readInterestEntries(reader, account.ownerId);
  const rates = await readInterestRates(reader);
  return {
    balanceFen: `${account.balanceFen}`,
    entries: entries.map(({ effectiveOn, bucket, changeFen, elsewhereFen }) => [
      ...([effectiveOn, bucket] as const),
      ...([`${changeFen}`, `${elsewhereFen}`] as const),
    ]),
    rates: ratesUsed(entries, rates).map(
      (rate) => [rate.bucket, rate.fromOn, `${rate.ratePpm}`, rate.dayCount, gradeOf(rule, rate)] as const,
    ),
  };
}

/** Every amount ends in the bucket carried over once a year is out; spending may bear at either rate. */
function ratesUsed(entries: readonly InterestEntry[], rates: readonly DatedRate[]): readonly DatedRate[] {
  const inflowToo = entries.some(({ bucket }) => bucket === 'inflow' || bucket === 'debit');
  return inflowToo ? rates : rates.filter(({ bucket }) => bucket === 'carried-over');
}

/** The grade of a rate's source in the law's data; `?` for a rate that the law's data does not have. */
function gradeOf(rule: InterestRule, rate: { readonly bucket: string; readonly fromOn: PlainDate }): string {
  const figure = rule.buckets[rate.bucket as InterestBucket]; // undefined for a bucket that the law does not name
  return figure?.values.find(({ fromOn }) => fromOn === rate.fromOn)?.grade ?? '?';
}

/** The situation as JSON keeps it, so that what is stored and what was decided on are the same value. */
function plain(situation: AssessmentRequest): AssessmentRequest {
  return JSON.parse(canonicalJson(situation)) as AssessmentRequest; // a copy of itself without absent keys
}
