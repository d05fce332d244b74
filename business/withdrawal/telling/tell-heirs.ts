import { shanghaiDate, type Text } from '#basics';
import { issueLetter } from '#business/letters';
import { queueNotice } from '#business/notices';
import { type OrderStanding, ordersOfCase } from '#business/payments';
import { maskName, personById } from '#business/registry';
import {
  type DivisionRow,
  divisionInForce,
  type Estate,
  heirContacts,
  readEstate,
  type SuccessorRow,
} from '#business/succession';
import { divisionBasisNames, isMinor, relationToDead, shareInWords } from '#business/succession/public';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { rulesOf } from '../context.ts';
import { type Findings, optionOf } from '../decide-withdrawal.ts';
import { payeeOf } from '../payee.store.ts';
import type { TellingContext } from './announce.ts';
import { same } from './letter-parts.ts';
import { noticeTexts } from './notice-texts.ts';
import { type HeirFacts, type HeirShare, type ShareStanding, writeHeirLetter } from './write-heir-letter.ts';

/** What has just happened to shares; the letter stands on the step that `file` took last. */
export type ShareHappened =
  /** The approval: everybody on record is told what falls to them. */
  | { readonly event: 'decided'; readonly findings: Findings }
  /** Orders of heirs, of which those are told that stand so. */
  | {
      readonly event: 'orders';
      readonly which: (order: OrderStanding) => boolean;
      readonly of: readonly ShareStanding[];
    }
  /** What became of the one order that goes to the account of the person who died. */
  | { readonly event: 'own-account-paid' };

interface Telling {
  readonly context: TellingContext;
  readonly file: CaseFile;
  readonly happened: ShareHappened;
}

/**
 * Writes to each heir whom the step concerns, in their own language, what concerns them and nothing of the others; a notice
 * goes with it where an e-mail is known. Where nobody is on record as heir, nobody is written to.
 */
export async function tellHeirs(tx: Tx, telling: Telling): Promise<void> {
  const { context, file } = telling;
  if (file.subject !== 'death') return;
  const estate = await readEstate(tx, file);
  const [person, rules] = [await personById(tx, file.ownerId), rulesOf(context, file)];
  if (estate.successors.length === 0 || !person || !rules.ok) return;
  const told = await standingsOf(tx, { ...telling, estate });
  const contactOf = await heirContacts(tx, file);
  const on = shanghaiDate(context.clock.now());
  for (const { heir, ...share } of told) {
    const contact = contactOf(heir.id);
    const base = {
      ...{
        caseNumber: file.number,
        on,
        region: context.region,
        clauses: optionOf(rules.value, file.subject).clauses,
      },
      deceased: same(maskName(person.name)),
      ...whoIs(heir, { minor: isMinor(heir, on) }),
    };
    const content = writeHeirLetter({ ...base, ...share });
    await issueLetter(tx, {
      ...{ context, file, kind: 'heir-share', language: contact.language, content },
      heir: { id: heir.id, place: heir.place },
    });
    await queueNotice(tx, {
      ...{ context, ownerId: file.ownerId, caseId: file.id, addressee: 'heir', kind: 'heir-told' },
      contact: { ...contact, phoneSealed: null },
      id: `${file.id}.${file.actionCount}.${heir.place}`,
      text: noticeTexts['heir-told'](file),
    });
  }
}

type Told = Omit<
  HeirFacts,
  'caseNumber' | 'on' | 'region' | 'clauses' | 'deceased' | 'heir' | 'guardian' | 'relation'
> & {
  readonly heir: SuccessorRow;
};

async function standingsOf(tx: Tx, asked: Telling & { readonly estate: Estate }): Promise<readonly Told[]> {
  const { file, happened, estate } = asked;
  if (happened.event === 'decided') {
    const own = happened.findings.succession ? null : await ownAccount(tx, file);
    return estate.successors.flatMap((heir) => decidedOf(heir, { estate, findings: happened.findings, own }));
  }
  const orders = await ordersOfCase(tx, { owner: file.ownerId, caseId: file.id });
  const wholeFen = await settledFen(tx, file);
  if (happened.event === 'own-account-paid') {
    const whole = orders.find(({ partyId, standing }) => partyId === null && standing !== 'divided');
    if (!whole) return [];
    const account = await ownAccount(tx, file);
    if (!account) return [];
    const happenedOn = whole.answeredAt && shanghaiDate(whole.answeredAt);
    return estate.successors
      .filter(counts)
      .map((heir) => ({ ...nothing, heir, standing: 'own-account-paid', account, happenedOn }));
  }
  const { which, of } = happened;
  const told = orders
    .filter(which)
    .flatMap((order) => orderOf(order, { ...estate, wholeFen }))
    .filter(({ standing }) => of.includes(standing));
  return oneForEach(told);
}

/** After a division anew an heir has several orders; one step is told by one letter, with their sum. */
function oneForEach(told: readonly Told[]): readonly Told[] {
  const heirs = [...new Set(told.map(({ heir }) => heir.id))];
  return heirs.flatMap((id) => {
    const own = told.filter(({ heir }) => heir.id === id);
    const sum = own.reduce((total, { amountFen }) => total + BigInt(amountFen ?? '0'), 0n);
    const shares = own.flatMap((one) => one.shares);
    return own.slice(0, 1).map((first) => ({ ...first, amountFen: `${sum}`, shares }));
  });
}

const nothing: Omit<Told, 'heir' | 'standing'> = {
  ...{
    shares: [],
    amountFen: null,
    wholeFen: null,
    provisional: false,
    account: null,
    happenedOn: null,
    reason: null,
  },
  decided: false,
};

/** What the approved decision gives one heir. Who was struck out or died before is nobody to write to. */
function decidedOf(
  heir: SuccessorRow,
  {
    estate,
    findings,
    own,
  }: { readonly estate: Estate; readonly findings: Findings; readonly own: HeirFacts['account'] },
): readonly Told[] {
  if (heir.word === 'struck' || heir.predeceasedOn !== null) return [];
  const base = { ...nothing, heir, decided: true, provisional: true };
  const happenedOn = heir.wordAt && shanghaiDate(heir.wordAt);
  if (heir.word === 'waive') return [{ ...base, standing: 'waived', happenedOn }];
  if (heir.word === 'disqualified') return [{ ...base, standing: 'disqualified', happenedOn }];
  if (!findings.succession) return [{ ...base, standing: 'own-account', account: own }];
  const finding = findings.succession.shares.find(({ successorId }) => successorId === heir.id);
  if (!finding) return [{ ...base, standing: 'none' }];
  const standing = ({ payable: 'to-be-paid', held: 'held', 'no-account': 'no-account' } as const)[
    finding.state
  ];
  const shares = sharesOf(heir, divisionInForce(estate));
  const wholeFen = findings.money?.totalFen ?? null;
  return [{ ...base, standing, shares, amountFen: finding.amountFen, wholeFen, account: accountOf(heir) }];
}

/** How the order of one heir stands. */
function orderOf(
  order: OrderStanding,
  { successors, divisions, wholeFen }: Estate & { readonly wholeFen: string | null },
): readonly Told[] {
  const heir = successors.find(({ id }) => id === order.partyId);
  if (!heir || order.standing === 'divided') return [];
  const division = divisions.find(({ id }) => id === order.divisionId);
  const standing = standingOf(order);
  const happenedOn = standing === 'paid' && order.answeredAt ? shanghaiDate(order.answeredAt) : null;
  return [
    {
      ...{
        ...nothing,
        heir,
        standing,
        happenedOn,
        account: accountOf(heir),
        shares: sharesOf(heir, division),
      },
      amountFen: `${order.amountFen}`,
      wholeFen: division?.orderId == null ? wholeFen : null,
      reason: standing === 'returned' ? order.reason : null,
    },
  ];
}

/** What was settled for all of them, interest to that day included. */
async function settledFen(tx: Tx, file: CaseFile): Promise<string | null> {
  const settled = (await actionsOf(tx, file)).findLast(({ action }) => action === 'settle');
  return typeof settled?.data.amountFen === 'string' ? settled.data.amountFen : null;
}

function standingOf({ standing, result, lacksAccount }: OrderStanding): ShareStanding {
  if (standing === 'held') return 'held';
  if (result !== null) return result;
  return lacksAccount ? 'no-account' : 'to-be-paid';
}

function sharesOf({ id }: SuccessorRow, division: DivisionRow | undefined): readonly HeirShare[] {
  const numerator = division?.numerators[division.successors.indexOf(id)];
  if (!division || numerator === undefined) return [];
  const { denominator, basis, orderId } = division;
  const fraction = shareInWords(BigInt(numerator), denominator);
  return [{ fraction, anew: orderId !== null, basis, basisName: divisionBasisNames[basis] }];
}

function accountOf({ accountName, bankName, accountTail }: SuccessorRow): HeirFacts['account'] {
  if (accountName === null) return null;
  return { name: maskName(accountName), bankName: bankName ?? '', tail: accountTail ?? '' };
}

async function ownAccount(tx: Tx, file: CaseFile): Promise<HeirFacts['account']> {
  const payee = await payeeOf(tx, file);
  return payee?.kind === 'insured'
    ? { name: maskName(payee.name), bankName: payee.bankName, tail: payee.accountTail }
    : null;
}

function whoIs(
  { name, guardianName, relation }: SuccessorRow,
  { minor }: { readonly minor: boolean },
): { readonly heir: Text; readonly guardian: string | null; readonly relation: Text } {
  return {
    heir: same(maskName(name)),
    guardian: minor && guardianName !== null ? maskName(guardianName) : null,
    relation: relationToDead[relation],
  };
}

/** Who is neither out for good nor was ever an heir. */
function counts({ word, predeceasedOn }: SuccessorRow): boolean {
  return predeceasedOn === null && (word === null || word === 'agree' || word === 'object');
}
