import { describe, expect, it } from 'vitest';
import { type Actor, checkProcess, type Doer, mayAct, stateAfter, waysOut } from '#engines/casework/public';
import { withdrawalProcess } from './withdrawal.ts';

const { states, actions } = withdrawalProcess;
const everybody: readonly Doer[] = [
  ...(['insured', 'successor', 'agent', 'employer', 'integrator', 'system', 'bank'] as const),
  ...(['clerk', 'reviewer', 'finance'] as const),
];

/** Who may do what from which state, written down a second time, by hand: `state: action who who …`. */
const allowed = `
draft: submit insured successor agent clerk
draft: provide-material insured successor agent clerk
draft: name-payee insured successor agent clerk
draft: withdraw-application insured successor agent clerk
submitted: provide-material insured successor agent clerk
submitted: name-payee insured successor agent clerk
submitted: withdraw-application insured successor agent clerk
submitted: take-up clerk
in-review: provide-material insured successor agent clerk
in-review: name-payee insured successor agent clerk
in-review: withdraw-application insured successor agent clerk
in-review: request-materials clerk
in-review: propose-approval clerk
in-review: propose-refusal clerk
awaiting-materials: provide-material insured successor agent clerk
awaiting-materials: name-payee insured successor agent clerk
awaiting-materials: withdraw-application insured successor agent clerk
awaiting-materials: complete-materials system
awaiting-materials: stop-waiting clerk
proposed: approve reviewer
proposed: refuse reviewer
proposed: return-to-maker reviewer
proposed: send-back system
approved: settle system finance clerk
settled: send-to-bank system finance
paying: confirm-paid bank system finance
paying: return-payment bank system finance
returned: correct-payee clerk system
draft: record-heirs successor agent clerk
submitted: record-heirs successor agent clerk
in-review: record-heirs successor agent clerk
awaiting-materials: record-heirs successor agent clerk
draft: hear-heir successor clerk
submitted: hear-heir successor clerk
in-review: hear-heir successor clerk
awaiting-materials: hear-heir successor clerk
proposed: hear-heir successor clerk
approved: hear-heir successor clerk
settled: hear-heir successor clerk
paying: hear-heir successor clerk
returned: hear-heir successor clerk
settled: share-moved bank system finance clerk reviewer
paying: share-moved bank system finance clerk reviewer
returned: share-moved bank system finance clerk reviewer
settled: return-payment bank system finance
submitted: told-of-death system
in-review: told-of-death system
awaiting-materials: told-of-death system
proposed: told-of-death system
approved: told-of-death system
settled: told-of-death system
paying: told-of-death system
returned: told-of-death system
`;

const expected = new Set(
  allowed
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [state = '', rest = ''] = line.split(': ');
      const [action = '', ...who] = rest.split(' ');
      return who.map((doer) => `${state}/${action}/${doer}`);
    }),
);

describe('the withdrawal’s process', () => {
  it('has no state that cannot be reached or left, and no name that is not declared', () => {
    expect(checkProcess(withdrawalProcess)).toEqual([]);
  });

  it('allows, over every state, action and role, exactly what the list of the office allows', () => {
    const found = new Set<string>();
    for (const state of Object.keys(states)) {
      for (const action of Object.keys(actions)) {
        for (const doer of everybody) {
          const asked = {
            state,
            action,
            actor: actorFor(doer),
            done: [],
            met: Object.keys(withdrawalProcess.needs),
          };
          if (mayAct(withdrawalProcess, asked).ok) found.add(`${state}/${action}/${doer}`);
        }
      }
    }
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('gives a reason in both languages wherever it refuses', () => {
    for (const state of Object.keys(states)) {
      for (const action of Object.keys(actions)) {
        for (const doer of everybody) {
          const may = mayAct(withdrawalProcess, { state, action, actor: actorFor(doer), done: [], met: [] });
          if (!may.ok)
            expect(may.refusal.code).toMatch(/^casework\.(closed|not-yours|not-now|need-missing)$/);
        }
      }
    }
  });

  it('never leads to money but over an approval by a reviewer', () => {
    const beforeMoney = Object.keys(states).filter((state) => reaches(state, ['approve']).has('paid'));
    expect(beforeMoney.sort()).toEqual(['approved', 'paid', 'paying', 'returned', 'settled']);
  });

  it('lets nobody take the application back once a decision was proposed', () => {
    for (const state of ['proposed', 'approved', 'settled', 'paying', 'returned']) {
      expect(reaches(state, ['return-to-maker', 'send-back']).has('withdrawn-by-applicant')).toBe(false);
    }
  });

  it('stops the agency’s clock exactly while the applicant must act', () => {
    for (const [id, state] of Object.entries(states)) {
      if (state.heldBy === 'applicant' && id !== 'draft') expect(state.clock, id).toBe('paused');
      if (state.heldBy === 'agency') expect(state.clock, id).toBe('running');
    }
  });

  it('computes the state of a whole life from its actions', () => {
    const life = [
      'submit',
      'take-up',
      'propose-approval',
      'approve',
      'settle',
      'send-to-bank',
      'confirm-paid',
    ];
    let state = withdrawalProcess.initial;
    const steps = life.map((action) => {
      const to = waysOut(withdrawalProcess, state).find((way) => way.action === action)?.to ?? '';
      const step = { action, fromState: state, toState: to };
      state = to;
      return step;
    });
    expect(stateAfter(withdrawalProcess, steps)).toBe('paid');
  });
});

function actorFor(doer: Doer): Actor {
  if (doer === 'clerk' || doer === 'reviewer' || doer === 'finance') {
    return { kind: 'officer', id: 'off_1', roles: [doer] };
  }
  return { kind: doer, id: 'usr_1', roles: [] };
}

/** Every state that can be reached without the actions named. */
function reaches(from: string, without: readonly string[]): ReadonlySet<string> {
  const reached = new Set([from]);
  for (const state of reached) {
    for (const { action, to } of waysOut(withdrawalProcess, state))
      if (!without.includes(action)) reached.add(to);
  }
  return reached;
}
