import { fillFigures, type PlainDate, type Problem, type Refusal, type Text } from '#basics';
import { accessRefusals, actorOf, type Caller } from '#business/access/public';
import { registryRefusals } from '#business/registry';
import {
  availableActions,
  type CaseFile,
  type CasePage,
  caseworkRefusals,
  findCase,
  listCases,
} from '#engines/casework';
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

/** A line as far as it leads to its case. */
interface Reported {
  readonly personId: string;
  readonly caseNumber: string | null;
}

/** The cases of these lines by their numbers, asked for together: a report has two hundred lines. */
export async function staffCases(
  reader: Reader,
  { caller, lines }: { readonly caller: Caller; readonly lines: readonly Reported[] },
): Promise<ReadonlyMap<string, StaffCase>> {
  const files = await filesOf(reader, lines);
  for (const { caseNumber } of lines) {
    // Of somebody whose records were merged since then, the case stands under another of them.
    if (caseNumber === null || files.has(caseNumber)) continue;
    const file = await findCase(reader, caseNumber);
    if (file) files.set(caseNumber, file);
  }
  return new Map([...files].map(([number, file]) => [number, staffCase(file, caller)]));
}

function staffCase(file: CaseFile, caller: Caller): StaffCase {
  const { number, dueOn, dueProvisional } = file;
  const process = lifeEventProcesses['staff-reduction'];
  const state = process.states[file.state];
  const actions = availableActions(process, { state: file.state, done: [] }, actorOf(caller));
  return {
    ...{ number, state: file.state, stateName: state?.name ?? { zh: file.state, en: file.state } },
    ...{ dueOn, dueProvisional, over: state?.final === true },
    mayTakeBack:
      caller.kind === 'employer' &&
      actions.some(({ action, allowed }) => action === 'withdraw-application' && allowed),
  };
}

async function filesOf(reader: Reader, lines: readonly Reported[]): Promise<Map<string, CaseFile>> {
  const reported = lines.filter(({ caseNumber }) => caseNumber !== null);
  const numbers = new Set(reported.map(({ caseNumber }) => caseNumber));
  const ownerIds = [...new Set(reported.map(({ personId }) => personId))];
  const files = new Map<string, CaseFile>();
  let cursor: string | null = null;
  while (ownerIds.length > 0) {
    const page: CasePage = await listCases(reader, {
      ...{ processes: ['staff-reduction'], states: null, ownerIds },
      ...{ officeId: null, dueOnOrBefore: null, limit: 500, cursor },
    });
    for (const file of page.items) if (numbers.has(file.number)) files.set(file.number, file);
    if (page.next === null) break;
    cursor = page.next;
  }
  return files;
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
