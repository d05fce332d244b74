import type { Text } from '#basics';
import type { FollowUp } from './follow-ups.ts';

/**
 * The two legs of a transfer, read off what happened in its case: a person sees where the record is and where the money is,
 * whatever state the case as a whole is in.
 */
export interface Legs {
  readonly record: Leg<RecordLeg>;
  readonly balance: Leg<BalanceLeg>;
}

export interface Leg<Stage extends string> {
  readonly stage: Stage;
  readonly text: Text;
  /** When it came to this stage; null where nothing has happened. */
  readonly since: Date | null;
}

export type RecordLeg = keyof typeof recordTexts;
export type BalanceLeg = keyof typeof balanceTexts;

export const recordTexts = {
  'not-asked': { zh: '还没有申请', en: 'not applied for yet' },
  'awaiting-letter': { zh: '等转入地的联系函', en: 'waiting for the other agency’s contact letter' },
  'awaiting-sheet': { zh: '等转出地的信息表', en: 'waiting for the other agency’s information sheet' },
  'in-check': { zh: '信息表核对中', en: 'the information sheet is being checked' },
  moved: { zh: '已转移', en: 'has moved' },
  declined: { zh: '没有转移', en: 'was not transferred' },
  ended: { zh: '没有转移，参保关系照旧', en: 'ended without a transfer: cover is as it was' },
  joined: { zh: '并入另一个办件，在那里继续办理', en: 'goes on in another case' },
  'ended-by-death': { zh: '因去世终止，没有转移', en: 'ended by the death, without a transfer' },
} as const satisfies Readonly<Record<string, Text>>;

export const balanceTexts = {
  none: { zh: '没有余额要划转', en: 'there is none to remit' },
  'nothing-goes': { zh: '不划转余额', en: 'nothing goes' },
  joined: { zh: '并入另一个办件，在那里继续办理', en: 'goes on in another case' },
  'not-yet': { zh: '记录转移后划转', en: 'follows the record' },
  held: { zh: '已冻结，待划转', en: 'is held, to be remitted' },
  'awaiting-account': { zh: '等转入地的收款账户', en: 'waiting for the other agency’s account' },
  settled: { zh: '已结清，待银行划款', en: 'is settled, to go to the bank' },
  'with-bank': { zh: '银行划款中', en: 'is with the bank' },
  'sent-back': { zh: '被银行退回', en: 'was sent back by the bank' },
  remitted: { zh: '已划出，等转入地入账', en: 'was remitted, the other agency is to credit it' },
  awaited: { zh: '等转出地划款', en: 'is awaited from the other agency' },
  difference: { zh: '金额不符，核对中', en: 'another amount came, it is being cleared up' },
  credited: { zh: '已入账', en: 'is credited' },
  'paid-unconfirmed': {
    zh: '银行已付给转入地，对方始终没有确认入账',
    en: 'was paid by our bank; the other agency never confirmed that it is credited',
  },
  'coming-back': { zh: '被拒收，等退款', en: 'was refused, it is on its way back' },
  kept: { zh: '没有转走，在本人账户', en: 'did not go: it is in the account' },
  refused: { zh: '转入地不收，可以支取', en: 'is not taken: it can be paid out' },
  'no-account': { zh: '没有收到转入地的账户，可以支取', en: 'no account came: it can be paid out' },
  'to-be-paid-out': { zh: '没有转走，已开办支取', en: 'did not go: its withdrawal has opened' },
  'paid-out-there': {
    zh: '没有提供收款账户，由转出地付给本人',
    en: 'no account was named: the other agency pays it out',
  },
  'not-taken': { zh: '本地不接收，由转出地付给本人', en: 'is not taken here: the other agency pays it out' },
} as const satisfies Readonly<Record<string, Text>>;

type Done = { readonly action: string; readonly at: Date; readonly data?: Readonly<Record<string, unknown>> };

/** Of a transfer to another agency. */
export function legsOut(actions: readonly Done[]): Legs {
  const stages = { record: recordOut, balance: balanceOut };
  const { record } = legsFrom(
    actions.filter(({ action }) => action !== 'close-by-death'),
    stages,
  );
  if (record.stage !== 'moved') return legsFrom(actions, stages);
  // A death takes no months back.
  const told = actions.map((done) =>
    done.action === 'close-by-death' ? { ...done, action: 'leave-balance' } : done,
  );
  return legsFrom(told, stages);
}

/** Of a transfer from another agency. */
export function legsIn(actions: readonly Done[]): Legs {
  // Until 2026-11 an agency that takes no balances said so with the step that recorded the sheet.
  const told = actions.map((done) => {
    const only = done.action === 'record-only' || done.action === 'let-pass-only';
    const action = only ? withoutBalance(done.data) : null;
    return action === null ? done : { ...done, action };
  });
  return legsFrom(told, { record: recordIn, balance: balanceIn });
}

function withoutBalance(data: Done['data']): string | null {
  if (data?.refusedBy !== undefined) return 'record-refused';
  if (data?.balanceStays === 'no-account') return 'record-without-account';
  return data?.balanceStays === undefined ? null : 'record-not-offered';
}

/** Once the withdrawal of a balance that did not go is under way, the leg says where that is; nothing where none opened. */
export function withFollowUp(legs: Legs, last: Pick<FollowUp, 'what' | 'unconfirmed'> | undefined): Legs {
  const { balance } = legs;
  if (!last || last.unconfirmed || !paidOutInstead.includes(balance.stage)) return legs;
  return { ...legs, balance: { ...balance, text: last.what } };
}

const paidOutInstead: readonly BalanceLeg[] = ['refused', 'no-account', 'to-be-paid-out'];

interface Stages {
  readonly record: Readonly<Record<string, RecordLeg>>;
  readonly balance: Readonly<Record<string, BalanceLeg>>;
}

function legsFrom(actions: readonly Done[], { record, balance }: Stages): Legs {
  return {
    record: legFrom(actions, { stages: record, texts: recordTexts, first: 'not-asked' }),
    balance: legFrom(actions, { stages: balance, texts: balanceTexts, first: 'not-yet' }),
  };
}

function legFrom<Stage extends string>(
  actions: readonly Done[],
  told: {
    readonly stages: Readonly<Record<string, Stage>>;
    readonly texts: Readonly<Record<Stage, Text>>;
    readonly first: Stage;
  },
): Leg<Stage> {
  const last = actions.findLast(({ action }) => action in told.stages);
  const stage = (last && told.stages[last.action]) ?? told.first;
  return { stage, text: naming(told.texts[stage], last?.data?.joinedTo), since: last?.at ?? null };
}

/** In which case it goes on, where it was joined to another. */
function naming(text: Text, joinedTo: unknown): Text {
  if (typeof joinedTo !== 'string') return text;
  return { zh: `${text.zh}（${joinedTo}）`, en: `${text.en} (${joinedTo})` };
}

const recordOut: Stages['record'] = {
  submit: 'awaiting-letter',
  'letter-opens': 'awaiting-letter',
  'letter-withdrawn': 'awaiting-letter',
  'withdrawn-there': 'ended',
  accept: 'moved',
  decline: 'declined',
  cancel: 'ended',
  'joined-to-letter': 'joined',
  'not-confirmed-there': 'ended',
  'letter-again': 'awaiting-letter',
  'close-by-death': 'ended-by-death',
};

const balanceOut: Stages['balance'] = {
  cancel: 'nothing-goes',
  'joined-to-letter': 'joined',
  'not-confirmed-there': 'nothing-goes',
  'letter-again': 'not-yet',
  decline: 'nothing-goes',
  'close-by-death': 'nothing-goes',
  accept: 'held',
  'letter-withdrawn': 'not-yet',
  'withdrawn-there': 'kept',
  'nothing-to-remit': 'none',
  'await-account': 'awaiting-account',
  'account-told': 'held',
  settle: 'settled',
  'account-corrected': 'settled',
  'send-to-bank': 'with-bank',
  'confirm-paid': 'remitted',
  'return-payment': 'sent-back',
  'confirm-credited': 'credited',
  'close-difference': 'credited',
  'close-unconfirmed': 'paid-unconfirmed',
  'credited-otherwise': 'difference',
  'refuse-balance': 'refused',
  'refuse-after-remittance': 'coming-back',
  'money-back': 'refused',
  'account-never-came': 'no-account',
  'withdrawal-not-opened': 'kept',
  'open-withdrawal': 'to-be-paid-out',
  'leave-balance': 'kept',
};

const recordIn: Stages['record'] = {
  submit: 'awaiting-sheet',
  'receive-sheet': 'in-check',
  'ask-correction': 'awaiting-sheet',
  'look-again': 'in-check',
  'record-months': 'moved',
  'record-only': 'moved',
  'let-pass': 'moved',
  'let-pass-only': 'moved',
  'record-refused': 'moved',
  'record-without-account': 'moved',
  'record-not-offered': 'moved',
  'declined-there': 'declined',
  'withdrawn-there': 'ended',
  cancel: 'ended',
  'close-by-death': 'ended-by-death',
};

const balanceIn: Stages['balance'] = {
  cancel: 'nothing-goes',
  'declined-there': 'nothing-goes',
  'withdrawn-there': 'nothing-goes',
  'close-by-death': 'nothing-goes',
  'record-months': 'awaited',
  'record-only': 'none',
  'let-pass': 'awaited',
  'let-pass-only': 'none',
  'record-refused': 'not-taken',
  'record-without-account': 'paid-out-there',
  'record-not-offered': 'nothing-goes',
  credit: 'credited',
  'credit-difference': 'credited',
  'amount-differs': 'difference',
  'turn-away': 'not-taken',
  'refuse-balance': 'not-taken',
};
