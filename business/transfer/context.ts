import {
  type Clock,
  type Ids,
  ok,
  type PlainDate,
  type RandomBytes,
  type Refusal,
  type Result,
  refuse,
  shanghaiDate,
} from '#basics';
import type { Caller } from '#business/access/public';
import type { Facts } from '#business/registry/public';
import type { CaseFile, Process, WorkingDays } from '#engines/casework';
import { type RuleSchedule, type RuleSet, ruleSetOn } from '#engines/rules';
import { type DatedFigure, valueOn } from '#law';
import type { Database, Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { AgencyKeys } from '#platform/signing';
import type { Contact } from './messages/contact.ts';
import type { ReceivingAccount } from './messages/receiving-account.ts';

/** What this folder's use cases need from the app. */
export interface TransferContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  /** Messages and printed forms are signed with them. */
  readonly signingKeys: AgencyKeys;
  readonly workingDays: WorkingDays;
  /** Of every procedure: what follows a transfer says where it stands. */
  readonly processes: Readonly<Record<string, Process>>;
  readonly schedule: RuleSchedule<Facts>;
  /** The agency's own region, six digits. */
  readonly region: string;
  /** How other agencies reach this one, and where they remit to. */
  readonly desk: TransferDesk;
  /** Opens the withdrawal of a balance that did not go; withdrawals are another procedure, so the apps wire it. */
  readonly openWithdrawal: OpenWithdrawal;
  /** Why none would open; null where one would. */
  readonly whyNoWithdrawal: WhyNoWithdrawal;
}

export interface TransferDesk {
  readonly contact: Contact;
  readonly account: ReceivingAccount;
  /** Whether balances from elsewhere are taken here at all. */
  readonly acceptsBalances: boolean;
  /** Whether a contact letter says into which account; where left out it does. */
  readonly namesAccount?: boolean;
}

/** Who does something to which case, and when. */
export interface Doing {
  readonly context: TransferContext;
  readonly caller: Caller;
  readonly number: string;
  /** How many actions of the case the person had seen; where more have happened the step is refused. */
  readonly seen?: number | undefined;
}

/** What needs a reason in words, which is kept with the step. */
export type WithReason = Doing & { readonly reason: string };

export function today(context: Pick<TransferContext, 'clock'>): PlainDate {
  return shanghaiDate(context.clock.now());
}

/** A figure as it stands today; a fault where the law's data has no value for the day. */
export function figureToday<T>(context: Pick<TransferContext, 'clock'>, figure: DatedFigure<T>): T {
  const value = valueOn(figure, today(context))?.value;
  if (value === undefined) throw new Error(`${figure.id} has no value on ${today(context)}`);
  return value;
}

/** What decides cases that begin today. */
export function rulesInForce(context: TransferContext): Result<RuleSet<Facts>, Refusal> {
  const ruleSet = ruleSetOn(context.schedule, { region: context.region, onDate: today(context) });
  return ruleSet ? ok(ruleSet) : refuse({ code: 'transfer.no-rules' });
}

/** On which ground a balance that did not go is paid out. */
export type PaidOutGround = 'balance-refused' | 'no-receiving-account';

export type OpenWithdrawal = (
  tx: Tx,
  asked: { readonly parent: CaseFile; readonly ground: PaidOutGround },
) => Promise<Result<unknown, Refusal>>;

export type NotOpened = 'has-died' | 'no-rules' | 'no-ground' | 'nothing-there';

export type WhyNoWithdrawal = (
  reader: Reader,
  asked: { readonly ownerId: string; readonly ground: PaidOutGround },
) => Promise<NotOpened | null>;
