import { type Refused, refuse, shanghaiDate, type Text } from '#basics';
import { maskName, personsById } from '#business/registry';
import { apartAmong } from '#business/withdrawal';
import { isOverdue, listCases as pageOfCases } from '#engines/casework';
import type { CaseDesk } from './case.ts';
import { matterOf } from './case-procedures.ts';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';

/**
 * `suixing case list [--procedure ID] [--state STATE] [--cursor CURSOR]`: cases of every procedure, a hundred at a time,
 * those due first at the top.
 */
export async function listCases(
  frame: Frame,
  asked: CaseDesk & {
    readonly procedure?: string | null;
    readonly state: string | null;
    readonly cursor: string | null;
  },
): Promise<ExitCode> {
  const { agency, procedure = null, state, cursor } = asked;
  if (procedure !== null && !Object.hasOwn(agency.processes, procedure)) {
    return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: '--procedure' } }), () => '');
  }
  const processes = procedure === null ? Object.keys(agency.processes) : [procedure];
  const states = state === null ? null : statesNamed(state, statesOf(agency, processes));
  if (states?.length === 0) {
    return conclude(frame, unknownState(state ?? '', statesOf(agency, processes)), () => '');
  }
  const page = await pageOfCases(agency.database, {
    ...{ processes, states },
    ...{ officeId: null, ownerIds: null, dueOnOrBefore: null, cursor, limit: 100 },
  });
  const persons = await personsById(agency.database, [...new Set(page.items.map(({ ownerId }) => ownerId))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, maskName(name)]));
  const on = shanghaiDate(agency.clock.now());
  const apart = await apartAmong(agency.database, page.items);
  const items = page.items.map((file) => ({
    ...{ number: file.number, procedure: file.process, ground: file.subject, state: file.state },
    matter: matterOf(file, agency.processes),
    stateName: apart.get(file.id)?.state ??
      agency.processes[file.process]?.states[file.state]?.name ?? { zh: file.state, en: file.state },
    ...{ personId: file.ownerId, personName: names.get(file.ownerId) ?? '' },
    ...(apart.get(file.id)?.resting
      ? { dueOn: null, dueProvisional: false, overdue: false }
      : { dueOn: file.dueOn, dueProvisional: file.dueProvisional, overdue: isOverdue(file, on) }),
  }));
  show(frame, { items, next: page.next }, () => {
    const lines = items.map(({ number, dueOn, overdue, stateName, matter, personName }) =>
      [
        number,
        dueOn ?? '-',
        ...(overdue ? [say(frame, late)] : []),
        say(frame, stateName),
        personName,
        say(frame, matter),
      ].join('  '),
    );
    const more = { zh: `还有更多：--cursor ${page.next}`, en: `there are more: --cursor ${page.next}` };
    const none = { zh: '没有办件', en: 'no cases' };
    return [
      ...(lines.length === 0 ? [say(frame, none)] : lines),
      ...(page.next ? [say(frame, more)] : []),
    ].join('\n');
  });
  return 0;
}

const late = { zh: '已超期', en: 'overdue' };

interface NamedState {
  readonly id: string;
  readonly name: Text;
}

/** The states of these procedures; one that procedures call differently stands under each of its names. */
function statesOf({ processes }: CaseDesk['agency'], procedures: readonly string[]): readonly NamedState[] {
  const all = procedures.flatMap((procedure) =>
    Object.entries(processes[procedure]?.states ?? {}).map(([id, { name }]) => ({ id, name })),
  );
  return [...new Map(all.map((state) => [`${state.id} ${state.name.en}`, state])).values()];
}

/** People type what the list shows them; several states may have one name. */
function statesNamed(given: string, known: readonly NamedState[]): readonly string[] {
  const said = given.trim().toLowerCase();
  const named = known.filter(({ id, name }) => [id, name.zh, name.en.toLowerCase()].includes(said));
  return [...new Set(named.map(({ id }) => id))];
}

function unknownState(state: string, known: readonly NamedState[]): Refused {
  const problems = known.map(({ id, name }) => ({ path: id, detail: name }));
  return refuse({ code: 'cli.unknown-state', figures: { state }, problems });
}
