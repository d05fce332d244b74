import type { Text } from '#basics';
import type { BrokenRow, Proof, ProofResult, Reader } from '#platform/postgres';
import { assigneeAfter } from './assignment.ts';
import type { CaseFile, ChainedAction } from './case.ts';
import { firstBrokenLink } from './chain.ts';
import { decisionsOfCases } from './decision.store.ts';
import { type Decision, decisionDigest } from './decision.ts';
import { declarationOf, type Process } from './process.ts';
import { stateAfter } from './state-after.ts';
import { actionsOfCases, casesAfter, countCases, strayNumbers } from './store.ts';

/** What `suixing verify` proves about cases. `processes` are the declarations by id. */
export function caseworkProofs(processes: Readonly<Record<string, Process>>): readonly Proof[] {
  return [
    overCases('casework.chain-whole', chainText, withActions(chainProblems)),
    overCases(
      'casework.state-computed',
      stateText,
      withActions((file, actions) => stateProblems(processes, file, actions)),
    ),
    overCases('casework.assignment-computed', assignmentText, withActions(assignmentProblems)),
    overCases('casework.decisions-unaltered', decisionText, decisionProblems),
    { name: 'casework.numbers-agree', text: numberText, run: proveNumbers },
  ];
}

const chainText: Text = {
  zh: '每件办理的经过没有被改动、抽走或插入',
  en: 'No action of a case was altered, removed or slipped in',
};
const stateText: Text = {
  zh: '每件办理的状态与其经过推算的一致',
  en: 'The state of every case is what its actions compute to',
};
const assignmentText: Text = {
  zh: '每件办理由谁经办与其经过推算的一致',
  en: 'Who has a case in hand is what its actions say',
};
const decisionText: Text = {
  zh: '每个决定所依据的事实和结论与当时封存的摘要一致',
  en: 'The facts and findings of every decision agree with the digest taken of them',
};
const numberText: Text = {
  zh: '每个办理编号恰好指向一件办理',
  en: 'Every case number leads to exactly its case',
};

/** Looks at a batch of cases. */
type Look = (reader: Reader, files: readonly CaseFile[]) => Promise<readonly BrokenRow[]>;

function overCases(name: string, text: Text, look: Look): Proof {
  return { name, text, run: (reader, progress) => walk(reader, { look, progress }) };
}

async function walk(
  reader: Reader,
  { look, progress }: { readonly look: Look; readonly progress: (rows: bigint) => void },
): Promise<ProofResult> {
  const broken: BrokenRow[] = [];
  let after = { ownerId: '', id: '' };
  let rows = 0n;
  for (;;) {
    const files = await casesAfter(reader, after, 500);
    const last = files.at(-1);
    if (!last) return { rows, figures: { cases: rows }, broken: broken.slice(0, 100) };
    broken.push(...(await look(reader, files)));
    rows += BigInt(files.length);
    progress(rows);
    after = { ownerId: last.ownerId, id: last.id };
  }
}

function withActions(
  look: (file: CaseFile, actions: readonly ChainedAction[]) => readonly BrokenRow[],
): Look {
  return async (reader, files) => {
    const actions = await actionsOfCases(reader, files);
    return files.flatMap((file) => look(file, actions.get(file.id) ?? []));
  };
}

function chainProblems(file: CaseFile, actions: readonly ChainedAction[]): readonly BrokenRow[] {
  const link = firstBrokenLink(file, actions);
  if (link !== null) {
    return [
      broken(file, {
        zh: `第 ${link} 步与前一步接不上`,
        en: `step ${link} does not follow from the one before`,
      }),
    ];
  }
  if (actions.length === file.actionCount) return [];
  return [
    broken(file, {
      zh: `应有 ${file.actionCount} 步，实有 ${actions.length} 步`,
      en: `it should have ${file.actionCount} steps and has ${actions.length}`,
    }),
  ];
}

function stateProblems(
  processes: Readonly<Record<string, Process>>,
  file: CaseFile,
  actions: readonly ChainedAction[],
): readonly BrokenRow[] {
  const process = processes[file.process];
  if (!process)
    return [broken(file, { zh: `没有流程 ${file.process}`, en: `there is no process ${file.process}` })];
  const state = computed(process, { file, actions });
  if (state === file.state) return [];
  return [
    broken(file, {
      zh: `记录的状态是 ${file.state}，推算是 ${state ?? '推算不出'}`,
      en: `its state says ${file.state}, its actions compute to ${state ?? 'nothing'}`,
    }),
  ];
}

function assignmentProblems(file: CaseFile, actions: readonly ChainedAction[]): readonly BrokenRow[] {
  const assignee = assigneeAfter(actions);
  if (assignee === file.assignedTo) return [];
  return [
    broken(file, {
      zh: `记录的经办人是 ${file.assignedTo ?? '无'}，推算是 ${assignee ?? '无'}`,
      en: `it says that ${file.assignedTo ?? 'nobody'} has it, its actions say ${assignee ?? 'nobody'}`,
    }),
  ];
}

function computed(
  process: Process,
  { file, actions }: { readonly file: CaseFile; readonly actions: readonly ChainedAction[] },
): string | null {
  try {
    return stateAfter(declarationOf(process, file), actions);
  } catch {
    return null; // the list does not follow the process, which is what the proof tells
  }
}

async function decisionProblems(reader: Reader, files: readonly CaseFile[]): Promise<readonly BrokenRow[]> {
  const byId = new Map(files.map((file) => [file.id, file]));
  const altered = (await decisionsOfCases(reader, files)).filter((decision) => !isUnaltered(decision));
  return altered.flatMap(({ id, caseId }) => {
    const file = byId.get(caseId);
    return file
      ? [
          broken(file, {
            zh: `决定 ${id} 的事实或结论与摘要不符`,
            en: `the facts or findings of decision ${id} do not agree with its digest`,
          }),
        ]
      : [];
  });
}

function isUnaltered(decision: Decision): boolean {
  const { approval } = decision;
  if (Buffer.compare(decisionDigest(decision), decision.digest) !== 0) return false;
  return !approval || Buffer.compare(decisionDigest({ ...decision, ...approval }), approval.digest) === 0;
}

async function proveNumbers(reader: Reader, progress: (rows: bigint) => void): Promise<ProofResult> {
  const { withoutCase, withoutNumber } = await strayNumbers(reader);
  const rows = await countCases(reader);
  progress(rows);
  const noCase = { zh: '编号没有对应的办理', en: 'the number leads to no case' };
  const noNumber = { zh: '编号找不到这件办理', en: 'its number does not lead to it' };
  return {
    rows,
    figures: { cases: rows },
    broken: [
      ...withoutCase.map((row) => ({ row, why: noCase })),
      ...withoutNumber.map((row) => ({ row, why: noNumber })),
    ],
  };
}

function broken(file: CaseFile, why: Text): BrokenRow {
  return { row: `${file.ownerId}/${file.id}`, why };
}
