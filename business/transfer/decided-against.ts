import { shanghaiDate, type Text } from '#basics';
import type { CaseAction, CaseFile } from '#engines/casework';
import type { FollowUp } from './follow-ups.ts';
import { balanceRefusalCodes } from './messages/refusal-codes.ts';
import type { DeclineReason } from './messages/transfer-declined.ts';
import type { PreCheckReason } from './pre-check/pre-check.ts';
import { remedyWords } from './telling/remedy-words.ts';

/** What was decided against the person, why, what they can do about each reason, and how this agency's decision is contested. */
export interface DecidedAgainst {
  readonly by: 'this-agency' | 'other-agency';
  readonly reasons: readonly {
    readonly text: Text;
    readonly remedy: Text | null;
    readonly legalBasis: Text;
  }[];
  /** Null where the other agency decided: its decision is contested there. */
  readonly remedies: Text | null;
}

/** The last such decision of a case; null where there is none. */
export function decidedAgainst(
  { process }: Pick<CaseFile, 'process'>,
  done: readonly CaseAction[],
  region: string,
): DecidedAgainst | null {
  const place = done.findLastIndex(({ action, data }) => readers[process]?.[action]?.(data) != null);
  const last = done[place];
  // A letter that came again is weighed anew: what was decided on the one before stands no more.
  if (done.slice(place + 1).some(({ action }) => action === 'letter-again')) return null;
  const reasons = last && readers[process]?.[last.action]?.(last.data);
  if (!last || !reasons) return null;
  const since = done.findLast(({ action }) => payingOut.includes(action));
  const instead = since && since.action !== 'open-withdrawal' ? notPaidOut : null;
  const ours = decidedHere.has(`${process}.${last.action}`);
  return {
    ...{ by: ours ? 'this-agency' : 'other-agency' },
    reasons: instead ? reasons.map((reason) => ({ ...reason, remedy: instead })) : reasons,
    remedies: ours ? remedyWords(region, shanghaiDate(last.at)) : null,
  };
}

/** Where the withdrawal of the balance is past the person's own word, the remedy is told as it stands. */
export function withRemedyAsItStands(
  against: DecidedAgainst | null,
  last: Pick<FollowUp, 'what' | 'unconfirmed'> | undefined,
): DecidedAgainst | null {
  if (!against || !last || last.unconfirmed) return against;
  const reasons = against.reasons.map((reason) =>
    reason.remedy === paidOut ? { ...reason, remedy: last.what } : reason,
  );
  return { ...against, reasons };
}

type Read = (data: CaseAction['data']) => DecidedAgainst['reasons'] | null;

/** Of the steps in which something is decided against a person; what they keep was checked when it was kept. */
const readers: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  'transfer-out': {
    decline: ({ check }) =>
      (check as unknown as { readonly reasons: readonly PreCheckReason[] }).reasons.map(
        ({ text, remedy, legalBasis }) => ({ text, remedy, legalBasis }),
      ),
    'not-confirmed-there': declinedThere,
    'refuse-balance': balanceRefused,
    'refuse-after-remittance': balanceRefused,
  },
  'transfer-in': {
    'declined-there': declinedThere,
    'record-only': notTakenWithSheet,
    'let-pass-only': notTakenWithSheet,
    'turn-away': notTaken,
    'refuse-balance': notTaken,
  },
};

const decidedHere: ReadonlySet<string> = new Set([
  ...[
    'transfer-out.decline',
    'transfer-in.record-only',
    'transfer-in.let-pass-only',
    'transfer-in.turn-away',
    'transfer-in.refuse-balance',
  ],
]);

const payingOut: readonly string[] = ['withdrawal-not-opened', 'open-withdrawal', 'leave-balance'];

function declinedThere({ reasons }: CaseAction['data']): DecidedAgainst['reasons'] {
  return (reasons as unknown as readonly DeclineReason[]).map(({ text, remedy, legalBasis }) => ({
    ...{ text, remedy },
    legalBasis: inEither(legalBasis),
  }));
}

function balanceRefused({ text, legalBasis }: CaseAction['data']): DecidedAgainst['reasons'] {
  return [{ text: text as unknown as Text, remedy: paidOut, legalBasis: inEither(String(legalBasis)) }];
}

function notTakenWithSheet({ refusedBy }: CaseAction['data']): DecidedAgainst['reasons'] | null {
  return refusedBy === undefined ? null : notTaken({});
}

/** Officers say in words why; the agency that takes no balances at all has one reason. */
function notTaken({ text, legalBasis }: CaseAction['data']): DecidedAgainst['reasons'] {
  return [
    {
      text: (text as unknown as Text | undefined) ?? balanceRefusalCodes['accounts-not-taken'],
      ...{
        remedy: paidOutThere,
        legalBasis: typeof legalBasis === 'string' ? inEither(legalBasis) : ownRule,
      },
    },
  ];
}

/** A message has one line for it, which has both languages where its sender wrote both: `依据 · basis`. */
export function inEither(line: string): Text {
  const [, zh, en] = /^(.*\p{Script=Han}.*?) · (\P{Script=Han}+)$/u.exec(line) ?? [];
  return zh === undefined || en === undefined ? { zh: line, en: line } : { zh, en };
}

const paidOut: Text = {
  zh: '可以一次性支取：支取已自动开办，只需确认本人的收款账户。',
  en: 'It can be paid out: the withdrawal opens by itself, and you only confirm an account in your own name.',
};
const notPaidOut: Text = {
  zh: '余额在您的账户里，利息照计。支取没有自动开办：经办办理的结果会告知您，也可以到窗口询问。',
  en: 'The balance is in your account and bears interest. Its withdrawal did not open by itself: you are told what the agency does, and may ask at the window.',
};
const paidOutThere: Text = {
  zh: '转出地会一次性付给本人，请在那边确认收款账户。',
  en: 'The agency that you left pays it out; confirm the account there.',
};
const ownRule: Text = { zh: '本地规定', en: 'a rule of this region’s own' };
