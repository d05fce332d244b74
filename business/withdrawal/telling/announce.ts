import type { Text } from '#basics';
import { type PlainDate, shanghaiDate } from '#basics';
import { issueLetter, type LetterContent, type LetterKind } from '#business/letters';
import { languageFor, queueNotice } from '#business/notices';
import { ordersOfCase } from '#business/payments';
import { maskName, personById } from '#business/registry';
import {
  actionsOf,
  type CaseFile,
  type ChainedAction,
  materialsOf,
  missingOf,
  trackingCodeOf,
} from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { rulesOf, type WithdrawalContext } from '../context.ts';
import { optionOf } from '../decide-withdrawal.ts';
import { payeeOf } from '../payee.store.ts';
import { mayObject, remediesOf } from '../remedies.ts';
import { askedOf } from './asked-of.ts';
import type { Asked, CameBack, Decided, LetterFacts, ObjectionDecided, Paid } from './letter-facts.ts';
import { same } from './letter-parts.ts';
import { type Happening, noticeTexts } from './notice-texts.ts';
import { tellHeirs } from './tell-heirs.ts';
import { writeLetter } from './write-letters.ts';

/** What telling people needs of the folder's context. */
export type TellingContext = Pick<
  WithdrawalContext,
  'clock' | 'seal' | 'signingKeys' | 'region' | 'schedule' | 'workingDays'
>;

/** What has just happened to a case, with what its letter tells besides. */
export type Happened =
  | ({ readonly event: 'received' } & Decided)
  | ({ readonly event: 'papers-asked' } & Pick<Asked, 'reminderDays'>)
  | ({ readonly event: 'decided' | 'refused' } & Decided)
  | ({ readonly event: 'objection-decided' } & ObjectionDecided)
  | ({ readonly event: 'money-back' } & CameBack)
  | { readonly event: 'paid' | 'returned' };

/**
 * Tells the person what has just happened, in the transaction in which it happens: a letter, where the step has one, and a
 * notice. `file` is the case as it stands after the step.
 */
export async function announce(
  tx: Tx,
  {
    context,
    file,
    happened,
  }: { readonly context: TellingContext; readonly file: CaseFile; readonly happened: Happened },
): Promise<void> {
  const person = await personById(tx, file.ownerId);
  if (!person) return;
  const letter = await letterOf(tx, { context, file, happened, ...addressee(file, person) });
  const { ownerId, id: caseId } = file;
  const language = await languageFor(tx, {
    ...{ ownerId, caseId, onRecord: person.language },
    ...(file.subject === 'death' ? { chose: false } : {}),
  });
  if (letter) await issueLetter(tx, { context, file, language, ...letter });
  if (happened.event === 'decided')
    await tellHeirs(tx, { context, file, happened: { event: 'decided', findings: happened.findings } });
  await noticeOf(tx, { context, file, happened: happened.event });
}

/** Nobody is told by the telephone of the dead: after a death people are told by letter and at the window. */
export async function noticeOf(
  tx: Tx,
  {
    context,
    file,
    happened,
    id,
  }: {
    readonly context: Pick<WithdrawalContext, 'clock' | 'seal'>;
    readonly file: CaseFile;
    readonly happened: Happening;
    /** One notice for one id; the step's own where left out. */
    readonly id?: string;
  },
): Promise<boolean> {
  const person = await personById(tx, file.ownerId);
  if (!person || file.subject === 'death') return false;
  return queueNotice(tx, {
    ...{ context, ownerId: file.ownerId, caseId: file.id, kind: happened, contact: person },
    id: id ?? `${file.id}.${file.actionCount}`,
    text: noticeTexts[happened](file),
  });
}

interface Writing {
  readonly context: TellingContext;
  readonly file: CaseFile;
  readonly happened: Happened;
  readonly to: Text;
  readonly deceased: Text | null;
}

async function letterOf(
  tx: Tx,
  { context, file, happened, to, deceased }: Writing,
): Promise<{ readonly kind: LetterKind; readonly content: LetterContent } | null> {
  const rules = rulesOf(context, file);
  if (!rules.ok) return null; // the step itself is refused then
  const { name: ground, clauses, toldMaterials: materials } = optionOf(rules.value, file.subject);
  const actions = await actionsOf(tx, file);
  const facts: LetterFacts = {
    file,
    appliedOn: appliedOn(file, actions),
    ...{ to, deceased },
    ground,
    clauses,
    materials,
    on: shanghaiDate(context.clock.now()),
    region: context.region,
    mayObject: mayObject(file),
  };
  switch (happened.event) {
    case 'received': {
      const missing = missingOf(happened.findings.papers);
      const trackingCode = trackingCodeOf(context.seal, file);
      const papers = await materialsOf(tx, file);
      const content = writeLetter.receipt(facts, { papers, missing, trackingCode });
      return { kind: 'receipt', content };
    }
    case 'papers-asked':
      return {
        kind: 'papers-request',
        content: writeLetter['papers-request'](
          facts,
          askedOf(actions, { materials, reminderDays: happened.reminderDays }),
        ),
      };
    case 'decided':
      return { kind: 'decision', content: writeLetter.decision(facts, happened) };
    case 'refused':
      return { kind: 'refusal', content: writeLetter.refusal(facts, happened) };
    case 'objection-decided':
      return { kind: 'objection-decision', content: writeLetter['objection-decision'](facts, happened) };
    case 'money-back':
      return { kind: 'money-back', content: writeLetter['money-back'](facts, happened) };
    case 'paid':
      return {
        kind: 'payment-advice',
        content: writeLetter['payment-advice'](facts, await paidOf(tx, { context, file, actions })),
      };
    case 'returned':
      return null;
  }
}

/** The day of the submission; a case of late money opens by itself, and is applied for by the confirmation. */
function appliedOn(file: CaseFile, actions: readonly ChainedAction[]): PlainDate {
  const applied = actions.find(({ action }) => action === 'submit' || action === 'confirm-payee');
  return shanghaiDate(applied?.at ?? file.openedAt);
}

async function paidOf(
  tx: Tx,
  {
    context,
    file,
    actions,
  }: {
    readonly context: TellingContext;
    readonly file: CaseFile;
    readonly actions: readonly ChainedAction[];
  },
): Promise<Paid> {
  const settled = actions.findLast(({ action }) => action === 'settle')?.data ?? {};
  const remedies = mayObject(file) ? remediesOf(actions, context.region) : null;
  const open = remedies !== null && !remedies.used && shanghaiDate(context.clock.now()) <= remedies.until;
  const payee = await payeeOf(tx, file);
  const orders = await ordersOfCase(tx, { owner: file.ownerId, caseId: file.id });
  // Of several shares some may have gone back into the account.
  const paid = orders.filter(({ standing, result }) => standing === 'open' && result === 'paid');
  const paidFen = paid.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const backFen = BigInt(String(settled.amountFen ?? '0')) - paidFen;
  return {
    divided: orders.length > 1,
    amountFen: `${paidFen}`,
    backFen: backFen === 0n ? null : `${backFen}`,
    interestFen: String(settled.interestFen ?? '0'),
    settledOn: String(settled.on ?? ''),
    payee: maskName(payee?.name ?? ''),
    bankName: payee?.bankName ?? '',
    accountTail: payee?.accountTail ?? '',
    objectUntil: open && orders.length === 1 ? remedies.until : null,
  };
}

/** By name, masked; after a death those who succeed. */
function addressee(
  { subject }: CaseFile,
  { name }: { readonly name: string },
): { readonly to: Text; readonly deceased: Text | null } {
  const shown = same(maskName(name));
  if (subject !== 'death') return { to: shown, deceased: null };
  return { to: { zh: `${shown.zh}的继承人`, en: `To the heirs of ${shown.en}` }, deceased: shown };
}
