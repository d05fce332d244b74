import { describe, expect, it } from 'vitest';
import {
  type Actor,
  checkProcess,
  type Doer,
  declarationOf,
  mayAct,
  stateAfter,
  targetOf,
  waysOut,
} from '#engines/casework/public';
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
draft: end-draft insured successor agent clerk system
draft: prefill system
awaiting-confirmation: confirm-payee insured successor agent clerk
awaiting-confirmation: provide-material insured successor agent clerk
awaiting-confirmation: name-payee insured successor agent clerk
awaiting-confirmation: withdraw-application insured successor agent clerk
awaiting-confirmation: told-of-death system
submitted: provide-material insured successor agent clerk
submitted: name-payee insured successor agent clerk
submitted: withdraw-application insured successor agent clerk
submitted: take-up clerk
in-review: provide-material insured successor agent clerk
in-review: name-payee insured successor agent clerk
in-review: withdraw-application insured successor agent clerk
in-review: judge-paper clerk
in-review: request-materials clerk
in-review: propose-approval clerk
in-review: propose-refusal clerk
awaiting-materials: provide-material insured successor agent clerk
awaiting-materials: name-payee insured successor agent clerk
awaiting-materials: withdraw-application insured successor agent clerk
awaiting-materials: judge-paper clerk
awaiting-materials: complete-materials system
awaiting-materials: remind system
awaiting-materials: stop-waiting clerk
awaiting-materials: close-not-completed clerk
proposed: approve reviewer
proposed: refuse reviewer
proposed: return-to-maker reviewer
proposed: send-back system
approved: settle system finance clerk
approved: come-back system
came-back: take-up clerk
came-back: told-of-death system
settled: send-to-bank system finance
settled: refund-order system
paying: confirm-paid bank system finance
paying: return-payment bank system finance
settled: return-payment bank system finance
paid: return-payment bank system finance
returned: correct-payee insured clerk system
returned: refund-order system
refunded: return-payment bank system finance
settled: confirm-paid bank system finance
returned: confirm-paid bank system finance
paid: share-held bank system finance
refunded: share-held bank system finance
objection: return-meanwhile bank system finance
objection-proposed: return-meanwhile bank system finance
revoked: return-meanwhile bank system finance
refused: object insured successor agent clerk
settled: object insured successor agent clerk
returned: object insured successor agent clerk
paid: object insured successor agent clerk
objection: provide-material insured successor agent clerk
objection: name-payee insured successor agent clerk
objection: withdraw-objection insured successor agent clerk
objection: propose-to-uphold clerk
objection: propose-to-change clerk
objection: told-of-death system
objection-proposed: uphold reviewer
objection-proposed: overturn-refusal reviewer
objection-proposed: overturn-payment reviewer
objection-proposed: return-objection reviewer
objection-proposed: told-of-death system
draft: record-heirs successor agent clerk
awaiting-confirmation: record-heirs successor agent clerk
submitted: record-heirs successor agent clerk
in-review: record-heirs successor agent clerk
awaiting-materials: record-heirs successor agent clerk
objection: record-heirs successor agent clerk
draft: hear-heir successor clerk
awaiting-confirmation: hear-heir successor clerk
submitted: hear-heir successor clerk
in-review: hear-heir successor clerk
awaiting-materials: hear-heir successor clerk
proposed: hear-heir successor clerk
approved: hear-heir successor clerk
came-back: hear-heir successor clerk
settled: hear-heir successor clerk
paying: hear-heir successor clerk
returned: hear-heir successor clerk
objection: hear-heir successor clerk
objection-proposed: hear-heir successor clerk
settled: share-moved bank system finance clerk reviewer
paying: share-moved bank system finance clerk reviewer
returned: share-moved bank system finance clerk reviewer
submitted: told-of-death system
in-review: told-of-death system
awaiting-materials: told-of-death system
proposed: told-of-death system
approved: told-of-death system
settled: told-of-death system
paying: told-of-death system
came-back: take-over clerk
came-back: hand-over clerk reviewer
came-back: release clerk reviewer
objection: take-over clerk
objection: hand-over clerk reviewer
objection: release clerk reviewer
objection-proposed: take-over clerk
objection-proposed: hand-over clerk reviewer
objection-proposed: release clerk reviewer
objection: judge-paper clerk
returned: told-of-death system
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
approved: take-over clerk
approved: hand-over clerk reviewer
approved: release clerk reviewer
settled: take-over clerk
settled: hand-over clerk reviewer
settled: release clerk reviewer
paying: take-over clerk
paying: hand-over clerk reviewer
paying: release clerk reviewer
returned: take-over clerk
returned: hand-over clerk reviewer
returned: release clerk reviewer
draft: be-heir successor
awaiting-confirmation: be-heir successor
submitted: be-heir successor
in-review: be-heir successor
awaiting-materials: be-heir successor
proposed: be-heir successor
came-back: be-heir successor
objection: be-heir successor
settled: name-own-account successor
paying: name-own-account successor
returned: name-own-account successor
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
    const approvals = ['approve', 'overturn-refusal', 'uphold', 'withdraw-objection'];
    const beforeMoney = Object.keys(states).filter((state) => reaches(state, approvals).has('paid'));
    expect(beforeMoney.sort()).toEqual(['approved', 'paid', 'paying', 'refunded', 'returned', 'settled']);
  });

  it('lets nobody take the application back once a decision was proposed', () => {
    for (const state of ['proposed', 'approved', 'settled', 'paying', 'returned', 'objection']) {
      expect(reaches(state, ['return-to-maker', 'send-back', 'take-up']).has('withdrawn-by-applicant')).toBe(
        false,
      );
    }
  });

  it('stops the agency’s clock exactly while the applicant must act', () => {
    for (const [id, state] of Object.entries(states)) {
      if (state.heldBy === 'applicant' && state.clock !== 'not-started')
        expect(state.clock, id).toBe('paused');
      if (state.heldBy === 'agency') expect(state.clock, id).toBe('running');
    }
  });

  it('keeps the first version as it was, for the cases that were opened under it', () => {
    const first = declarationOf(withdrawalProcess, { processVersion: '1' });
    expect(checkProcess(first)).toEqual([]);
    expect(first.states.refused?.final).toBe(true);
    expect(waysOut(first, 'refused')).toEqual([]);
    expect(first.actions['request-materials']?.once).toBe(true);
    expect(() => declarationOf(withdrawalProcess, { processVersion: '0' })).toThrow('has no version 0');
    // Every state of the first version is one of the second, so that lists and names know it.
    expect(Object.keys(states)).toEqual(expect.arrayContaining(Object.keys(first.states)));
  });

  it('puts a case whose objection was withdrawn or in vain back where the objection found it', () => {
    const before = [{ action: 'object', fromState: 'returned', toState: 'objection' }];
    for (const action of ['withdraw-objection', 'uphold']) {
      const rule = actions[action];
      expect(rule && targetOf(rule, 'objection', before)).toBe('returned');
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
