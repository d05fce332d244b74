import type { Refusal, Result, Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  approveEventOrSendBack,
  fileEventPaper,
  type LifeEventContext,
  proposeOnEvent,
  readEventHistory,
  requestEventPapers,
  returnEvent,
  stopWaitingForEvent,
  takeUpEvent,
  withdrawEvent,
} from '#business/life-events';
import { lifeEventProcesses } from '#business/life-events/public';
import {
  approveOrSendBack,
  filePaper,
  proposeWithdrawalDecision,
  type RejectedPaper,
  readHistory,
  requestMaterials,
  returnToMaker,
  stopWaiting,
  takeUpWithdrawal,
  type WithdrawalContext,
  withdrawApplication,
} from '#business/withdrawal';
import { grounds } from '#business/withdrawal/public';
import {
  type CaseFile,
  findCase,
  type GivenPaper,
  type HistoryEntry,
  readCaseNumber,
} from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';

/** What the use cases of every procedure need of the agency. */
export type CaseContext = WithdrawalContext & LifeEventContext;

export interface DoingCase {
  readonly context: CaseContext;
  readonly caller: Caller;
  readonly number: string;
}

type Done = Promise<Result<CaseFile, Refusal>>;
type Step = (tx: Tx, doing: DoingCase) => Done;
type StepWith<More> = (tx: Tx, doing: DoingCase & More) => Done;

/** The steps that a case of any procedure takes: which use case does them, its procedure says. */
export interface CaseProcedure {
  readonly providePaper: StepWith<{ readonly paper: GivenPaper }>;
  readonly takeUp: Step;
  readonly stopWaiting: Step;
  readonly requestMaterials: StepWith<{ readonly again: readonly RejectedPaper[]; readonly note: string }>;
  readonly propose: StepWith<{ readonly outcome: 'approve' | 'refuse'; readonly note: string }>;
  readonly approve: (doing: DoingCase) => Done;
  readonly returnToMaker: StepWith<{ readonly reason: string }>;
  readonly withdraw: Step;
  readonly history: (
    reader: Reader,
    asked: Pick<DoingCase, 'caller' | 'number'>,
  ) => Promise<Result<readonly HistoryEntry[], Refusal>>;
}

/** The procedure that the case with this number follows; a withdrawal's where there is no such case, which then says so. */
export async function procedureOf(reader: Reader, number: string): Promise<CaseProcedure> {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(reader, written);
  return file && Object.hasOwn(lifeEventProcesses, file.process) ? lifeEvent : withdrawal;
}

const withdrawal: CaseProcedure = {
  providePaper: filePaper,
  takeUp: takeUpWithdrawal,
  stopWaiting,
  requestMaterials,
  propose: proposeWithdrawalDecision,
  approve: approveOrSendBack,
  returnToMaker,
  withdraw: withdrawApplication,
  history: readHistory,
};

const lifeEvent: CaseProcedure = {
  providePaper: fileEventPaper,
  takeUp: takeUpEvent,
  stopWaiting: stopWaitingForEvent,
  requestMaterials: (tx, { again, ...doing }) =>
    requestEventPapers(tx, { ...doing, again: again.map(({ materialId }) => materialId) }),
  propose: proposeOnEvent,
  approve: approveEventOrSendBack,
  returnToMaker: returnEvent,
  withdraw: withdrawEvent,
  history: readEventHistory,
};

/** A ground as the rules name it. */
export function matterOfGround(subject: string): Text {
  return grounds.find((each) => each.ground === subject)?.name ?? { zh: subject, en: subject };
}

/** What a case is about, in a line of a list: a withdrawal's ground, else its procedure. */
export function matterOf(
  { process, subject }: Pick<CaseFile, 'process' | 'subject'>,
  processes: CaseContext['processes'],
): Text {
  const ground = grounds.find((each) => each.ground === subject);
  if (process === 'withdrawal' && ground) return ground.name;
  return processes[process]?.name ?? { zh: process, en: process };
}
