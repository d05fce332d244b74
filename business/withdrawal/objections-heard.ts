import { type PlainDate, shanghaiDate } from '#basics';

/** One time that an heir objected, as officers read it. */
export interface ObjectionHeard {
  readonly on: PlainDate;
  /** In the heir's words; null where they gave none. */
  readonly reason: string | null;
  /** Whose shares they disputed that time. */
  readonly disputes: readonly string[];
}

interface Done {
  readonly action: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every objection of each heir since they last said anything else, the first one first: a further one takes nothing back. */
export function objectionsHeard(
  actions: readonly Done[],
): ReadonlyMap<string, readonly [ObjectionHeard, ...ObjectionHeard[]]> {
  const heard = new Map<string, readonly [ObjectionHeard, ...ObjectionHeard[]]>();
  for (const { action, at, data } of actions) {
    if (action !== 'hear-heir') continue;
    const heir = String(data.successorId);
    if (data.word !== 'object') {
      heard.delete(heir);
      continue;
    }
    const named = Array.isArray(data.disputes) ? data.disputes.map(String) : [];
    const objection: ObjectionHeard = {
      on: shanghaiDate(at),
      reason: typeof data.reason === 'string' ? data.reason : null,
      disputes: named.length > 0 ? named : [heir], // who names nobody disputes their own share
    };
    const before = heard.get(heir);
    heard.set(heir, before ? [...before, objection] : [objection]);
  }
  return heard;
}
