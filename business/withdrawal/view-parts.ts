import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { rejectReasons } from '#business/materials/public';
import {
  type CaseFile,
  type ChainedAction,
  followersOf,
  type JsonObject,
  objectionsOf,
  objectOf,
  parentOf,
} from '#engines/casework';
import { readAccount } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { competingCase, numberToldTo } from './competing.ts';
import { optionOf } from './decide-withdrawal.ts';
import { type RemediesTold, remediesTold } from './remedies.ts';
import type { Standing } from './standing.ts';
import { standsAgainst } from './tell-findings.ts';

/** What the applicant was asked for and has not answered yet, all of it at once. */
export interface WaitingFor {
  readonly materials: readonly {
    readonly materialId: string;
    readonly text: Text;
    /** Why what was handed in does not serve; null where nothing was. */
    readonly reason: Text | null;
  }[];
  readonly note: string;
  readonly answerBy: PlainDate | null;
  readonly reminded: boolean;
}

/** How an objection stands. */
export interface ObjectionView {
  readonly madeOn: PlainDate;
  /** What the person does not agree with, in their words. */
  readonly reason: string;
  readonly outcome: 'upheld' | 'changed' | 'withdrawn' | null;
}

/** What happened around a case: what it waits for, what changed, what can be done against it, what it follows. */
export interface Around {
  readonly waitingFor: WaitingFor | null;
  /** What changed, where the case came back after its approval; null where it did not. */
  readonly cameBack: readonly { readonly path: string; readonly text: Text }[] | null;
  /** What stands against an approval by the record of today, papers, accounts and what `cameBack` tells aside; empty once it is decided. */
  readonly against: readonly { readonly path: string; readonly text: Text }[];
  readonly remedies: RemediesTold | null;
  readonly objection: ObjectionView | null;
  /** The case that this one follows, by its number. */
  readonly follows: string | null;
  readonly followedBy: readonly string[];
  /** Another case on the same account; its number only for whoever may know it. */
  readonly standsInTheWay: { readonly number: string | null } | null;
}

export async function around(
  reader: Reader,
  asked: {
    readonly caller: Caller;
    readonly file: CaseFile;
    readonly standing: Standing;
    readonly region: string;
  },
): Promise<Around> {
  const { file, standing, region } = asked;
  const { actions } = standing;
  return {
    waitingFor: waitingFor(file, standing),
    cameBack: cameBack(file, actions),
    against: against(asked),
    remedies: remediesTold(file, {
      actions,
      region,
      divided: standing.weighed.findings.succession !== undefined,
    }),
    objection: await objectionView(reader, { file, actions }),
    follows: (await parentOf(reader, file))?.parentNumber ?? null,
    followedBy: (await followersOf(reader, file)).map(({ number }) => number),
    standsInTheWay: await standsInTheWay(reader, asked),
  };
}

function waitingFor(file: CaseFile, { rounds, weighed }: Standing): WaitingFor | null {
  const round = rounds.at(-1);
  if (!round || file.state !== 'awaiting-materials') return null;
  const { note, answerBy, reminded, rejected } = round;
  const known = optionOf(weighed.ruleSet, file.subject).toldMaterials;
  const open = new Set(
    weighed.findings.papers.filter(({ state }) => state === 'missing').map(({ materialId }) => materialId),
  );
  const materials = round.materials
    .filter((materialId) => open.has(materialId))
    .map((materialId) => {
      const why = rejected.find((each) => each.materialId === materialId)?.reason;
      const text = known.find(({ id }) => id === materialId)?.text ?? { zh: materialId, en: materialId };
      return { materialId, text, reason: why ? rejectReasons[why] : null };
    });
  return { materials, note, answerBy, reminded };
}

function cameBack(file: CaseFile, actions: readonly ChainedAction[]): Around['cameBack'] {
  const back = actions.findLast(({ action }) => action === 'come-back' || action === 'send-back');
  const decided = actions.findLast(({ action }) => action === 'approve' || action === 'refuse');
  if (!back || (decided && decided.seq > back.seq)) return null;
  if (file.state !== 'came-back' && file.state !== 'in-review') return null;
  const changed = Array.isArray(back.data.changed) ? back.data.changed.map((each) => objectOf(each)) : [];
  return changed.map(({ path, zh, en }: JsonObject) => ({
    path: String(path),
    text: { zh: String(zh), en: String(en) },
  }));
}

const undecided: ReadonlySet<string> = new Set([
  ...['submitted', 'in-review', 'awaiting-materials', 'proposed', 'came-back'],
]);

/** An agent who may not read the record is told nothing of it here; what stands against an estate its heirs read on their own pages. */
function against({ caller, file, standing }: Parameters<typeof around>[1]): Around['against'] {
  const blind = caller.kind === 'agent' && !caller.personIds.includes(file.ownerId);
  if (!undecided.has(file.state) || blind || file.subject === 'death') return [];
  const told = new Set((cameBack(file, standing.actions) ?? []).map(({ path }) => path));
  return standsAgainst(standing.weighed.findings)
    .filter(({ path }) => !told.has(path))
    .map(({ path, detail }) => ({ path, text: detail }));
}

async function objectionView(
  reader: Reader,
  { file, actions }: { readonly file: CaseFile; readonly actions: readonly ChainedAction[] },
): Promise<ObjectionView | null> {
  const last = (await objectionsOf(reader, file)).at(-1);
  if (!last) return null;
  const said = actions.findLast(({ action }) => action === 'object')?.data.objection;
  return {
    madeOn: shanghaiDate(last.madeAt),
    reason: typeof said === 'string' ? said : '',
    outcome: last.outcome,
  };
}

/** Only before it holds the account itself: afterwards nothing can stand in its way. */
async function standsInTheWay(
  reader: Reader,
  { caller, file }: { readonly caller: Caller; readonly file: CaseFile },
): Promise<Around['standsInTheWay']> {
  if (file.state !== 'draft' && file.state !== 'awaiting-confirmation' && file.state !== 'objection')
    return null;
  const account = await readAccount(reader, file.ownerId);
  const competing = await competingCase(reader, { file, account });
  return competing ? { number: await numberToldTo(reader, { caller, competing }) } : null;
}
