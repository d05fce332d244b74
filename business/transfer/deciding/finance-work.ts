import type { Text } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { matchesOfCase } from './matches.store.ts';
import type { MoneyHere } from './read-desk.ts';

/** What finance officers do about the money of a transfer, and where: their lists are not the case's buttons. */
export interface FinanceWork {
  readonly text: Text;
  /** The operation of the API, and the command that does the same. */
  readonly operation:
    | 'listTransferMoney'
    | 'requestTransferMatch'
    | 'decideTransferMatch'
    | 'requestResolution';
  readonly command: string;
}

/** Empty where nothing of this case waits for finance. */
export async function financeWork(
  reader: Reader,
  asked: {
    readonly file: CaseFile;
    readonly money: readonly MoneyHere[];
    /** That of it whose advice stands: of the rest nobody says that it is what was advised. */
    readonly advised: readonly MoneyHere[];
    /** The balance is taken here, or our letter said so. */
    readonly taken: boolean;
  },
): Promise<readonly FinanceWork[]> {
  const { file, money, advised, taken } = asked;
  const { number } = file;
  const waiting = await matchesOfCase(reader, { owner: file.ownerId, caseId: file.id });
  const decisions = waiting.map(
    ({ matchId, by, lineId }): FinanceWork => ({
      text: {
        zh: `${by} 认定来款 ${lineId} 属于这件转移，由另一名财务人员决定；不同意的用 decline-match 写明理由。`,
        en: `${by} says that ${lineId} is this transfer’s: another finance officer decides, or declines with a reason (decline-match).`,
      },
      operation: 'decideTransferMatch',
      command: `suixing transfer agree-match ${number} ${matchId}`,
    }),
  );
  const said = new Set(waiting.map(({ lineId }) => lineId));
  const open = inDifference(file) ? advised.filter(({ lineId }) => !said.has(lineId)) : [];
  const matches = open.map(
    ({ lineId }): FinanceWork => ({
      text: {
        zh: `来款 ${lineId} 与通知不符：一名财务人员认定归属，另一名决定，按实到入账。`,
        en: `${lineId} is not what was announced: one finance officer says whose it is, another decides, and what came is credited.`,
      },
      operation: 'requestTransferMatch',
      command: `suixing transfer match ${number} ${lineId} --reason TEXT`,
    }),
  );
  const nothing = file.process === 'transfer-in' && inDifference(file) && waiting.length + open.length === 0;
  const goesBack = file.state === 'balance-refused' || (file.state === 'awaiting-balance' && !taken);
  const backs = goesBack ? money.filter(({ lineId }) => !said.has(lineId)).map(sendBack) : [];
  return [...decisions, ...matches, ...backs, ...(nothing ? [lookForIt] : [])];
}

function sendBack({ lineId }: MoneyHere): FinanceWork {
  return {
    text: {
      zh: `来款 ${lineId} 本机构不接收：由银行退回付款方；退款出现在对账单后，两名财务人员把来款和退款都认定为基金。`,
      en: `${lineId} is not taken here: have the bank send it back to who paid; once a statement shows that, two finance officers say of what came and of what went that both are the fund's.`,
    },
    operation: 'requestResolution',
    command: `suixing payments resolve ${lineId} fund --reason TEXT`,
  };
}

/** Where money came, or comes back, and is not what was announced. */
function inDifference({ process, state }: CaseFile): boolean {
  return process === 'transfer-in' ? state === 'difference' : state === 'awaiting-money-back';
}

const lookForIt: FinanceWork = {
  text: {
    zh: '待查款项里没有写明这件转移编号的来款：由财务人员在来款清单里核对。',
    en: 'No money in suspense names this transfer: finance officers look for it among what came.',
  },
  operation: 'listTransferMoney',
  command: 'suixing transfer money',
};

/** Who of this agency has a case in hand that waits for nobody outside, and what the person can expect; null in every other state. */
export function nextFor({ process, state }: CaseFile): Text | null {
  return nexts[`${process}.${state}`] ?? null;
}

const nexts: Readonly<Record<string, Text>> = {
  'transfer-in.difference': {
    zh: '到账金额与通知不符，在本机构财务手里：两名财务人员认定后按实到金额入账，并告知您和转出地。您不需要做什么。',
    en: 'Another amount came than was advised. This agency’s finance has it: two officers say what it is, what came is credited, and you and the other agency are told. You need not do anything.',
  },
  'transfer-out.difference': {
    zh: '转入地入账的金额与划出的不一致，在本机构经办手里：与对方查清后告知您。您不需要做什么。',
    en: 'The other agency credited another amount than was remitted. A clerk of this agency has it and clears it up with them; you are told. You need not do anything.',
  },
  'transfer-out.not-paid-out': {
    zh: '没有转走的余额在您的账户里，在本机构经办手里：支取开办或者另行处理后告知您。',
    en: 'The balance that did not go is in your account. A clerk of this agency has it: you are told once its withdrawal opens, or what happens instead.',
  },
};
