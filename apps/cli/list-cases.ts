import { refuse } from '#basics';
import { maskName, personsById } from '#business/registry';
import { listCases as pageOfCases } from '#engines/casework';
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
  const page = await pageOfCases(agency.database, {
    processes: procedure === null ? Object.keys(agency.processes) : [procedure],
    states: state === null ? null : [state],
    ...{ officeId: null, ownerIds: null, dueOnOrBefore: null, cursor, limit: 100 },
  });
  const persons = await personsById(agency.database, [...new Set(page.items.map(({ ownerId }) => ownerId))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, maskName(name)]));
  const items = page.items.map((file) => ({
    ...{ number: file.number, procedure: file.process, ground: file.subject, state: file.state },
    matter: matterOf(file, agency.processes),
    stateName: agency.processes[file.process]?.states[file.state]?.name ?? { zh: file.state, en: file.state },
    ...{ personId: file.ownerId, personName: names.get(file.ownerId) ?? '' },
    ...{ dueOn: file.dueOn, dueProvisional: file.dueProvisional },
  }));
  show(frame, { items, next: page.next }, () => {
    const lines = items.map(({ number, dueOn, stateName, matter, personName }) =>
      [number, dueOn ?? '-', say(frame, stateName), personName, say(frame, matter)].join('  '),
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
