import { describe, expect, it } from 'vitest';
import { type Actor, checkProcess, type Doer, mayAct, waysOut } from '#engines/casework/public';
import { provisions } from '#law';
import { lifeEvents } from './events/all.ts';
import { lifeEventKinds } from './life-event.ts';
import { lifeEventProcesses } from './processes.ts';
import type { Statement } from './statements.ts';

const everybody: readonly Doer[] = [
  ...(['insured', 'successor', 'agent', 'employer', 'integrator', 'system', 'bank'] as const),
  ...(['clerk', 'reviewer', 'finance'] as const),
];

/** Who may report which event, written down a second time, by hand. */
const reporters: Readonly<Record<string, string>> = {
  'staff-reduction': 'employer clerk',
  'insurance-stop': 'insured agent clerk',
  'treatment-filing': 'insured agent clerk',
  retirement: 'insured agent employer clerk',
  'death-notice': 'successor integrator clerk',
};

/** What follows besides, for one kind of event. */
const furthermore: Readonly<Record<string, string>> = {
  'death-notice': `
submitted: recorded-otherwise system
in-review: recorded-otherwise system
awaiting-materials: recorded-otherwise system
proposed: recorded-otherwise system`,
};

/** What anybody may do from which state: `*` stands for whoever may report the event. */
const allowed = `
draft: submit *
submitted: provide-material *
submitted: withdraw-application *
submitted: take-up clerk
submitted: told-of-death system
in-review: provide-material *
in-review: withdraw-application *
in-review: judge-paper clerk
in-review: request-materials clerk
in-review: propose-approval clerk
in-review: propose-refusal clerk
in-review: told-of-death system
awaiting-materials: provide-material *
awaiting-materials: withdraw-application *
awaiting-materials: judge-paper clerk
awaiting-materials: complete-materials system
awaiting-materials: stop-waiting clerk
awaiting-materials: told-of-death system
proposed: approve reviewer
proposed: refuse reviewer
proposed: return-to-maker reviewer
proposed: send-back system
proposed: told-of-death system
submitted: take-over clerk
submitted: hand-over clerk reviewer
submitted: release clerk reviewer
in-review: take-over clerk
in-review: hand-over clerk reviewer
in-review: release clerk reviewer
awaiting-materials: take-over clerk
awaiting-materials: hand-over clerk reviewer
awaiting-materials: release clerk reviewer
proposed: take-over clerk
proposed: hand-over clerk reviewer
proposed: release clerk reviewer
`;

describe.each(lifeEventKinds)('the process of %s', (kind) => {
  const process = lifeEventProcesses[kind];
  const states = Object.keys(process.states);

  it('has no state that cannot be reached or left, and no name that is not declared', () => {
    expect(checkProcess(process)).toEqual([]);
  });

  it('allows, over every state, action and role, exactly what the list of the office allows', () => {
    const expected = `${allowed.trim()}${furthermore[kind] ?? ''}`
      .replaceAll('*', reporters[kind] ?? '')
      .split('\n')
      .flatMap((line) => {
        const [state = '', rest = ''] = line.split(': ');
        const [action = '', ...who] = rest.split(' ');
        return who.map((doer) => `${state}/${action}/${doer}`);
      });
    const found = states.flatMap((state) =>
      Object.keys(process.actions).flatMap((action) =>
        everybody
          .filter((doer) => mayAct(process, { state, action, ...standing(doer) }).ok)
          .map((doer) => `${state}/${action}/${doer}`),
      ),
    );
    expect(found.sort()).toEqual(expected.sort());

    function standing(doer: Doer) {
      return { actor: actorFor(doer), done: [], met: Object.keys(process.needs) };
    }
  });

  it('puts nothing on record but over an approval by a reviewer', () => {
    const reached = new Set([process.initial]);
    for (const state of reached) {
      for (const { action, to } of waysOut(process, state)) if (action !== 'approve') reached.add(to);
    }
    expect(reached.has('approved')).toBe(false);
  });

  it('stops the agency’s clock exactly while the applicant must act', () => {
    for (const [id, state] of Object.entries(process.states)) {
      if (state.heldBy === 'applicant' && id !== 'draft') expect(state.clock, id).toBe('paused');
      if (state.heldBy === 'agency') expect(state.clock, id).toBe('running');
    }
  });

  it('asks for no paper and sets no condition without a provision that we hold', () => {
    const held = provisions.map(({ id }) => id);
    const { conditions, clauses, materials } = lifeEvents[kind];
    const asked = samples[kind].flatMap((statement) => materials(statement));
    const cited = [
      ...clauses,
      ...conditions.map(({ source }) => source),
      ...asked.flatMap(({ basis }) => basis),
    ];
    expect(asked.every(({ basis }) => basis.length > 0)).toBe(true);
    expect(cited.filter((id) => !held.includes(id))).toEqual([]);
  });
});

const filing = {
  kind: 'treatment-filing',
  change: 'file',
  region: '510100',
  fromOn: '2026-01-01',
  toOn: null,
};
const samples = {
  'staff-reduction': [{ kind: 'staff-reduction' }],
  'insurance-stop': [{ kind: 'insurance-stop' }],
  'treatment-filing': [
    { ...filing, group: 'retired-resettled' },
    { ...filing, group: 'long-term-resident' },
    { ...filing, group: 'posted-by-employer' },
    { kind: 'treatment-filing', change: 'end' },
  ],
  retirement: [{ kind: 'retirement' }],
  'death-notice': [
    { kind: 'death-notice', reporter: 'relative' },
    { kind: 'death-notice', reporter: 'hospital' },
  ],
} as unknown as Readonly<Record<string, readonly Statement[]>> &
  Record<(typeof lifeEventKinds)[number], readonly Statement[]>; // as much of each as its list of papers reads

function actorFor(doer: Doer): Actor {
  if (doer === 'clerk' || doer === 'reviewer' || doer === 'finance') {
    return { kind: 'officer', id: 'off_1', roles: [doer] };
  }
  return { kind: doer, id: 'usr_1', roles: [] };
}
