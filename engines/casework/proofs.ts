import type { Text } from '#basics';
import type { BrokenRow, Proof, ProofResult, Reader } from '#platform/postgres';
import type { CaseFile, ChainedAction } from './case.ts';
import { firstBrokenLink } from './chain.ts';
import { decisionsOf } from './decision.store.ts';
import { decisionDigest } from './decision.ts';
import type { Process } from './process.ts';
import { stateAfter } from './state-after.ts';
import { actionsOfCases, casesAfter, findCase, locatorsWithoutCase } from './store.ts';

/** What `suixing verify` proves about cases. `processes` are the declarations by id. */
export function caseworkProofs(processes: Readonly<Record<string, Process>>): readonly Proof[] {
  return [
    overCases('casework.chain-whole', chainText, async (_, file, actions) => chainProblems(file, actions)),
    overCases('casework.state-computed', stateText, async (_, file, actions) =>
      stateProblems(processes, file, actions),
    ),
    overCases('casework.decisions-unaltered', decisionText, decisionProblems),
    overCases('casework.numbers-agree', numberText, numberProblems, strayNumbers),
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
const decisionText: Text = {
  zh: '每个决定所依据的事实和结论与当时封存的摘要一致',
  en: 'The facts and findings of every decision agree with the digest taken of them',
};
const numberText: Text = {
  zh: '每个办理编号恰好指向一件办理',
  en: 'Every case number leads to exactly its case',
};

type Look = (
  reader: Reader,
  file: CaseFile,
  actions: readonly ChainedAction[],
) => Promise<readonly BrokenRow[]>;

function overCases(
  name: string,
  text: Text,
  look: Look,
  besides: (reader: Reader) => Promise<readonly BrokenRow[]> = async () => [],
): Proof {
  return { name, text, run: (reader, progress) => walk(reader, { look, besides, progress }) };
}

async function walk(
  reader: Reader,
  how: {
    readonly look: Look;
    readonly besides: (reader: Reader) => Promise<readonly BrokenRow[]>;
    readonly progress: (rows: bigint) => void;
  },
): Promise<ProofResult> {
  const broken: BrokenRow[] = [...(await how.besides(reader))];
  let after = { ownerId: '', id: '' };
  let rows = 0n;
  for (;;) {
    const files = await casesAfter(reader, after, 500);
    const last = files.at(-1);
    if (!last) return { rows, figures: { cases: rows }, broken: broken.slice(0, 100) };
    const actions = await actionsOfCases(reader, files);
    for (const file of files) broken.push(...(await how.look(reader, file, actions.get(file.id) ?? [])));
    rows += BigInt(files.length);
    how.progress(rows);
    after = { ownerId: last.ownerId, id: last.id };
  }
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
  const state = computed(process, actions);
  if (state === file.state) return [];
  return [
    broken(file, {
      zh: `记录的状态是 ${file.state}，推算是 ${state ?? '推算不出'}`,
      en: `its state says ${file.state}, its actions compute to ${state ?? 'nothing'}`,
    }),
  ];
}

function computed(process: Process, actions: readonly ChainedAction[]): string | null {
  try {
    return stateAfter(process, actions);
  } catch {
    return null; // the list does not follow the process, which is what the proof tells
  }
}

async function decisionProblems(reader: Reader, file: CaseFile): Promise<readonly BrokenRow[]> {
  const decisions = await decisionsOf(reader, file);
  const wrong = decisions.filter((decision) => {
    const { approval } = decision;
    const own = Buffer.compare(decisionDigest(decision), decision.digest) === 0;
    const approved =
      !approval || Buffer.compare(decisionDigest({ ...decision, ...approval }), approval.digest) === 0;
    return !own || !approved;
  });
  return wrong.map(({ id }) =>
    broken(file, {
      zh: `决定 ${id} 的事实或结论与摘要不符`,
      en: `the facts or findings of decision ${id} do not agree with its digest`,
    }),
  );
}

async function numberProblems(reader: Reader, file: CaseFile): Promise<readonly BrokenRow[]> {
  const found = await findCase(reader, file.number);
  if (found?.id === file.id && found.ownerId === file.ownerId) return [];
  return [broken(file, { zh: '编号找不到这件办理', en: 'its number does not lead to it' })];
}

async function strayNumbers(reader: Reader): Promise<readonly BrokenRow[]> {
  const numbers = await locatorsWithoutCase(reader);
  return numbers.map((row) => ({
    row,
    why: { zh: '编号没有对应的办理', en: 'the number leads to no case' },
  }));
}

function broken(file: CaseFile, why: Text): BrokenRow {
  return { row: `${file.ownerId}/${file.id}`, why };
}
