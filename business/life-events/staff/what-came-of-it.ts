import { fillFigures, type PlainDate, type Problem, type Refusal, type Text } from '#basics';
import { accessRefusals, actorOf, type Caller } from '#business/access/public';
import { registryRefusals } from '#business/registry';
import { availableActions, type CasePage, caseworkRefusals, findCase, listCases } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { lifeEventProcesses } from '../processes.ts';
import { lifeEventsRefusals } from '../refusals.ts';

/** The case that a line became, as far as its list shows it. */
export interface StaffCase {
  readonly number: string;
  readonly state: string;
  readonly stateName: Text;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  readonly over: boolean;
  /** Whether the employer may still take it back. */
  readonly mayTakeBack: boolean;
}

export async function staffCase(
  reader: Reader,
  { caller, number }: { readonly caller: Caller; readonly number: string },
): Promise<StaffCase | null> {
  const file = await findCase(reader, number);
  if (!file) return null;
  const process = lifeEventProcesses['staff-reduction'];
  const state = process.states[file.state];
  const actions = availableActions(process, { state: file.state, done: [] }, actorOf(caller));
  return {
    ...{ number, state: file.state, stateName: state?.name ?? { zh: file.state, en: file.state } },
    ...{ dueOn: file.dueOn, dueProvisional: file.dueProvisional, over: state?.final === true },
    mayTakeBack:
      caller.kind === 'employer' &&
      actions.some(({ action, allowed }) => action === 'withdraw-application' && allowed),
  };
}

/** The numbers of the cases among these lines that the employer took back. */
export async function casesTakenBack(
  reader: Reader,
  lines: readonly { readonly personId: string; readonly caseNumber: string | null }[],
): Promise<ReadonlySet<string>> {
  const ownerIds = [...new Set(lines.filter((line) => line.caseNumber).map(({ personId }) => personId))];
  const numbers = new Set<string>();
  let cursor: string | null = null;
  while (ownerIds.length > 0) {
    const page: CasePage = await listCases(reader, {
      ...{ processes: ['staff-reduction'], states: ['withdrawn-by-applicant'], ownerIds },
      ...{ officeId: null, dueOnOrBefore: null, limit: 500, cursor },
    });
    for (const { number } of page.items) numbers.add(number);
    if (page.next === null) break;
    cursor = page.next;
  }
  return numbers;
}

/** Why a line became no case, and what to do, in words; each thing that stands against it by itself. */
export interface WhyNotReported {
  readonly code: string;
  readonly text: Text;
  readonly next: Text;
  readonly problems: readonly Problem[];
}

export function whyNotReported(kept: unknown): WhyNotReported {
  const { code, figures, problems = [] } = kept as Refusal; // as `runStaffReport` keeps it
  const { text, next } = Object.entries(wordings).find(([each]) => each === code)?.[1] ?? unworded;
  const filled = ({ zh, en }: Text) => ({ zh: fillFigures(zh, figures), en: fillFigures(en, figures) });
  return { code, text: filled(text), next: filled(next), problems };
}

const wordings = { ...accessRefusals, ...registryRefusals, ...caseworkRefusals, ...lifeEventsRefusals };
const unworded = {
  text: { zh: '这一位没有办成。', en: 'This person could not be reported.' },
  next: {
    zh: '请再申报一次；仍然办不了的，请到窗口办理。',
    en: 'Report them again; if it goes on, the window does it.',
  },
};
