import { showYuan } from '#basics';
import {
  approveMerge,
  findDoubles,
  judgeDouble,
  type ListedMerge,
  listDoubles,
  type MergeDecision,
  mergeHistory,
  mergesWaiting,
  type PairPlace,
  type PersonCard,
  requestMerge,
  requestUnmerge,
} from '#business/registry';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/** `suixing doubles search [--import RUN]`. */
export async function searchDoubles(
  frame: Frame,
  { agency, runId }: Pick<RegistryDesk, 'agency'> & { readonly runId: string | null },
): Promise<ExitCode> {
  const found = await findDoubles(agency, { runId });
  show(frame, { found }, () =>
    say(frame, { zh: `新发现 ${found} 对疑似重复的档案。`, en: `${found} pairs of records are new.` }),
  );
  return 0;
}

/** `suixing doubles [--after ONE,OTHER]`: a page of fifty pairs, and where the next one begins. */
export async function listPossibleDoubles(
  frame: Frame,
  { agency, after }: Pick<RegistryDesk, 'agency'> & { readonly after: PairPlace | null },
): Promise<ExitCode> {
  const page = await listDoubles(agency.database, { seal: agency.seal, after, limit: 50 });
  show(frame, page, () => {
    const lines = page.items.flatMap(({ signs, one, other }) => [
      signs.join(' '),
      cardLine(one),
      cardLine(other),
    ]);
    const more = page.next && `--after ${page.next.oneId},${page.next.otherId}`;
    return [...lines, ...(more ? [more] : [])].join('\n');
  });
  return 0;
}

/** `suixing doubles judge ONE OTHER --reason TEXT`: they are two persons. */
export async function judgePair(
  frame: Frame,
  asked: RegistryDesk & { readonly judgement: PairPlace & { readonly reason: string } },
): Promise<ExitCode> {
  const { agency: context, caller, judgement } = asked;
  const told = await inTransaction(context.database, (tx) => judgeDouble(tx, { context, caller, judgement }));
  return conclude(frame, told, () =>
    say(frame, { zh: '已记为两个人，不再列出。', en: 'Noted as two persons; not listed again.' }),
  );
}

interface MergeAsked extends RegistryDesk {
  readonly differencesSeen?: boolean | undefined;
  readonly mergedId: string;
  readonly reason: string;
  readonly paperReference: string;
}

/** `suixing merge request RECORD INTO --reason TEXT --paper REFERENCE`. */
export async function requestMergeOf(
  frame: Frame,
  { agency: context, caller, ...request }: MergeAsked & { readonly survivorId: string },
): Promise<ExitCode> {
  const told = await inTransaction(context.database, (tx) => requestMerge(tx, { context, caller, request }));
  return conclude(frame, told, ({ stepId }) => say(frame, waits(stepId)));
}

/** `suixing merge undo RECORD --reason TEXT --paper REFERENCE`. */
export async function requestUnmergeOf(
  frame: Frame,
  { agency: context, caller, ...request }: MergeAsked,
): Promise<ExitCode> {
  const told = await inTransaction(context.database, (tx) =>
    requestUnmerge(tx, { context, caller, request }),
  );
  return conclude(frame, told, ({ stepId }) => say(frame, waits(stepId)));
}

/** `suixing merge approve RECORD STEP` and `suixing merge decline RECORD STEP --reason TEXT`. */
export async function decideMergeOf(
  frame: Frame,
  { agency: context, caller, decision }: RegistryDesk & { readonly decision: MergeDecision },
): Promise<ExitCode> {
  const told = await inTransaction(context.database, (tx) => approveMerge(tx, { context, caller, decision }));
  return conclude(frame, told, ({ approved, movedFen }) => {
    if (!approved) return say(frame, { zh: '已退回。', en: 'Declined.' });
    const yuan = showYuan(movedFen);
    return say(frame, {
      zh: `已办理，两个账户之间转过 ${yuan} 元。`,
      en: `Done; ${yuan} yuan passed between the two accounts.`,
    });
  });
}

/** `suixing merge list [PERSON]`: of one person all, otherwise the first hundred that wait. */
export async function listMerges(
  frame: Frame,
  { agency, owner }: Pick<RegistryDesk, 'agency'> & { readonly owner: string | null },
): Promise<ExitCode> {
  const { database, seal } = agency;
  const items =
    owner === null
      ? (await mergesWaiting(database, { seal, after: null, limit: 100 })).items
      : await mergeHistory(database, { owner, seal });
  show(frame, items, () => items.map(mergeLine).join('\n'));
  return 0;
}

function waits(stepId: string) {
  return {
    zh: `已提交 ${stepId}，等待另一名复核人员审批。`,
    en: `Requested as ${stepId}; it waits for another officer's decision.`,
  };
}

function cardLine({ personId, name, birthYear, documents }: PersonCard): string {
  return ['', personId, name, birthYear, ...documents.map(({ number }) => number)].join('  ');
}

function mergeLine({ mergedId, survivorId, stepId, step, approved, reason, differs }: ListedMerge): string {
  const status = approved === null ? 'open' : approved ? 'approved' : 'declined';
  const warning = differs.length > 0 ? [`≠ ${differs.join(', ')}`] : [];
  return [stepId, step, `${mergedId} → ${survivorId}`, status, ...warning, reason].join('  ');
}
