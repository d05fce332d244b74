import type { Agency } from '#apps/agency';
import { ok, type Refusal, type Result, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { type BodyOf, transferMessages, transferOperations } from '#business/transfer';
import { withdrawalOperations } from '#business/withdrawal';
import { messageType, signJws } from '#engines/exchange';
import type { Operation } from '#platform/http';
import { inTransaction } from '#platform/postgres';
import { insured, officer } from '../two-agencies.testing.ts';
import type { Plot } from './people.testing.ts';
import type { Deed } from './stories.testing.ts';

/** Who does something, where, and about which case. */
export interface Doing {
  readonly plot: Plot;
  readonly leaving: Agency;
  readonly coming: Agency;
  readonly leaver: string;
  readonly comer: string;
  /** The latest case of a process that the person has there. */
  readonly numberOf: (at: 'leaving' | 'coming', process: string) => string;
  /** Puts a message of the agency that the person comes to on its way by hand. */
  readonly write: (letter: { readonly messageId: string; readonly text: string }) => void;
}

/** What people do, each through the operation that a screen or a command calls. */
export const deeds: Readonly<Record<Deed, (doing: Doing) => Promise<Result<unknown, Refusal>>>> = {
  'apply-there': ({ coming, comer, plot }) =>
    ask(coming, 'openTransferIn', {
      caller: insured(comer),
      body: { personId: comer, from: plot.from, category: 'employment' },
    }),
  'apply-here': ({ leaving, leaver, plot }) =>
    ask(leaving, 'openTransferOut', { caller: insured(leaver), body: { personId: leaver, to: plot.to } }),
  confirm: ({ coming, comer, numberOf }) =>
    ask(coming, 'confirmTransferIn', {
      caller: insured(comer),
      number: numberOf('coming', 'transfer-in'),
      body: { category: 'employment' },
    }),
  'cancel-there': ({ coming, comer, numberOf }) =>
    ask(coming, 'cancelTransfer', {
      caller: insured(comer),
      number: numberOf('coming', 'transfer-in'),
      body: {},
    }),
  'cancel-here': ({ leaving, leaver, numberOf }) =>
    ask(leaving, 'cancelTransfer', {
      caller: insured(leaver),
      number: numberOf('leaving', 'transfer-out'),
      body: {},
    }),
  'send-sheet-again': ({ leaving, numberOf }) =>
    ask(leaving, 'sendInformationSheetAgain', {
      caller: officer('clerk'),
      number: numberOf('leaving', 'transfer-out'),
      body: { reason: '更正' },
    }),
  'write-without-account': async (doing) => ok(doing.write(letterWithoutAccount(doing))),
  'name-payee': ({ leaving, leaver, plot, numberOf }) =>
    ask(leaving, 'nameWithdrawalPayee', {
      ...{ caller: insured(leaver), number: numberOf('leaving', 'withdrawal') },
      body: {
        name: plot.comer.name,
        accountNumber: '6222024000000000777',
        bankCode: '102584000000',
        bankName: '演示银行',
      },
    }),
  'confirm-payee': ({ leaving, leaver, numberOf }) =>
    ask(leaving, 'confirmWithdrawalPayee', {
      caller: insured(leaver),
      number: numberOf('leaving', 'withdrawal'),
      body: {},
    }),
  propose: ({ leaving, numberOf }) =>
    ask(leaving, 'proposeWithdrawalDecision', {
      caller: officer('clerk'),
      number: numberOf('leaving', 'withdrawal'),
      body: { outcome: 'approve' },
    }),
  approve: ({ leaving, numberOf }) =>
    ask(leaving, 'approveWithdrawalDecision', {
      caller: officer('reviewer', 'reviewer'),
      number: numberOf('leaving', 'withdrawal'),
      body: {},
    }),
};

const operations = [...transferOperations, ...withdrawalOperations] as readonly Operation<Agency, Caller>[];

async function ask(
  agency: Agency,
  id: string,
  asked: { readonly caller: Caller; readonly number?: string; readonly body: object },
): Promise<Result<unknown, Refusal>> {
  const operation = operations.find((each) => each.id === id);
  const { caller, number, body } = asked;
  const request = {
    context: agency,
    caller,
    params: number === undefined ? {} : { number },
    query: {},
    body,
  };
  if (operation?.kind === 'write') return inTransaction(agency.database, (tx) => operation.run(tx, request));
  if (operation?.kind === 'job') return operation.run({ ...request, key: '' } as never);
  throw new Error(`${id} is no operation that changes something`);
}

/** A contact letter that takes the balance and says not where to, as another agency's own program might write it. */
function letterWithoutAccount({ plot, coming }: Doing): {
  readonly messageId: string;
  readonly text: string;
} {
  const signer = coming.signingKeys.signer();
  if (!signer.ok) throw new Error(signer.refusal.code);
  const at = coming.clock.now();
  const { name, number } = plot.comer;
  const body: BodyOf<'contact-letter'> = {
    ...transferMessages['contact-letter'].example,
    ...{ acceptsBalance: true, receivingAccount: null, certificateNumber: null },
    ...{ enrolledOn: shanghaiDate(at), appliedOn: shanghaiDate(at) },
    person: { name, nameLatin: null, identity: { type: 'citizen-id', number } },
  } as BodyOf<'contact-letter'>; // the example with what this letter says otherwise
  const transferId = `${plot.to}-byhand${number.slice(-8, -1)}`;
  const messageId = `msg_byhand${number.slice(-8, -1)}`;
  const text = signJws(signer.value, messageType, {
    ...{ version: '1', messageId, transferId, from: plot.to, to: plot.from, sequence: 1 },
    ...{ inReplyTo: null, type: 'contact-letter', sentAt: at.toISOString(), body },
  });
  return { messageId, text };
}
