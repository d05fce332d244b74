import { ok, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import { checkEntry, holdingProblems } from './check-entry.ts';
import type { RegistryContext } from './context.ts';
import { guarded } from './guarded.ts';
import { numberInText } from './number-in-text.ts';
import { personById } from './person.store.ts';
import { lockRecords, recordPaper } from './record.store.ts';
import type { RecordEntry } from './record-entry.ts';
import { standingOf } from './situation-of.ts';
import type { SaidHolding } from './true-from.ts';

export interface FactToRecord {
  readonly owner: string;
  readonly entry: RecordEntry;
  /** For how long a state holds; where left out, from the day that the entry names, else from today on. */
  readonly holding?: SaidHolding | undefined;
  /** What the paper is called or numbered in the files: `2022-0613 户口注销证明`. */
  readonly paperReference: string;
}

/** An entry by its owner and id. */
export interface FactPlace {
  readonly personId: string;
  readonly factId: string;
}

/**
 * A clerk records what a paper proves. It counts once a second officer has confirmed it. Refuses
 * `registry.no-such-person`, `registry.fact-wrong` with everything wrong, and what the officer's session is refused.
 */
export async function recordFact(
  tx: Tx,
  {
    context,
    caller,
    fact,
  }: {
    readonly context: Pick<RegistryContext, 'clock' | 'ids'>;
    readonly caller: Caller;
    readonly fact: FactToRecord;
  },
): Promise<Result<FactPlace>> {
  const { entry, paperReference, holding: said = {} } = fact;
  const person = await personById(tx, fact.owner);
  if (!person) return refuse({ code: 'registry.no-such-person' });
  const owner = person.ownerId;
  await lockRecords(tx, owner);
  const at = context.clock.now();
  const today = shanghaiDate(at);
  const standing = await standingOf(tx, owner);
  const problems = [
    ...checkEntry(entry, { bornOn: person.bornOn, standing, today }),
    ...holdingProblems(entry, said),
    ...numberInText('paperReference', paperReference),
  ];
  if (problems.length > 0) return refuse({ code: 'registry.fact-wrong', problems });
  const { kind, ...body } = entry;
  const factId = context.ids.next('rec');
  const made = {
    token: caller.token ?? '',
    ownerId: owner,
    id: factId,
    kind,
    body,
    said,
    paperReference,
    at,
  };
  const recorded = await guarded(recordPaper(tx, made));
  return recorded.ok ? ok({ personId: owner, factId }) : recorded;
}
