import type { Text } from '#basics';
import { type CaseFile, followersOf } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { TransferContext } from './context.ts';

/** A withdrawal that opened with it, and where that stands. */
export interface FollowUp {
  readonly number: string;
  readonly state: string;
  readonly stateName: Text;
  readonly what: Text;
}

export async function followUpsOf(
  reader: Reader,
  { context, file }: { readonly context: Pick<TransferContext, 'processes'>; readonly file: CaseFile },
): Promise<readonly FollowUp[]> {
  return (await followersOf(reader, file)).map((follower) => told(follower, context));
}

function told(
  { number, process, state }: Pick<CaseFile, 'number' | 'process' | 'state'>,
  { processes }: Pick<TransferContext, 'processes'>,
): FollowUp {
  const declared = processes[process]?.states[state];
  const stateName = declared?.name ?? { zh: state, en: state };
  return { number, state, stateName, what: declared?.final === true ? paidOutThere : payeeWanted };
}

const paidOutThere: Text = {
  zh: '没有转走的余额由这个办件一次性付给本人，该办件已办结。',
  en: 'This case was opened to pay out the balance that did not go; it is closed.',
};

const payeeWanted: Text = {
  zh: '没有转走的余额由这个办件一次性付给本人；收款账户还没有确认的，确认即可，不用再交材料。',
  en: 'This case pays out the balance that did not go; where the account to pay to is not confirmed yet, confirm one in your own name. No paper is needed.',
};
