import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, fromDayNumber, plainDate, weekday } from '#basics';
import { testRandom } from '#platform/testing';
import { availableActions, mayAct } from './available-actions.ts';
import { makeCaseNumber, readCaseNumber } from './case-number.ts';
import { actionHash, firstBrokenLink, openingHash } from './chain.ts';
import { checkProcess } from './check-process.ts';
import { deadlineOf, type WorkingDays } from './deadline.ts';
import { diagram } from './diagram.ts';
import { sampleProcess } from './process.testing.ts';
import type { Actor, Process } from './process.ts';
import { stateAfter } from './state-after.ts';

const clerk: Actor = { kind: 'officer', id: 'ofc_1', roles: ['clerk'] };
const insured: Actor = { kind: 'insured', id: 'usr_1', roles: [] };

describe('a process declaration', () => {
  it('is found sound when every state can be reached and left', () => {
    expect(checkProcess(sampleProcess)).toEqual([]);
  });

  it.each<[string, (process: Process) => Process, string]>([
    [
      'a state that nothing leads to',
      (process) => ({
        ...process,
        states: { ...process.states, lost: { ...process.states.asked, final: true } as never },
      }),
      'the state lost cannot be reached',
    ],
    [
      'a state that leads nowhere',
      ({ actions: { resume: _, ...actions }, ...process }) => ({ ...process, actions }),
      'no final state can be reached from waiting',
    ],
    [
      'a way out of a final state',
      (process) => withAction(process, { from: ['granted'], to: 'asked' }),
      'the final state granted has a way out',
    ],
    [
      'an unknown target',
      (process) => withAction(process, { to: 'moon' }),
      'extra leads to moon, which is not declared',
    ],
    [
      'an unknown start',
      (process) => withAction(process, { from: ['moon'] }),
      'extra starts from moon, which is not declared',
    ],
    [
      'an unknown need',
      (process) => withAction(process, { needs: ['moon'] }),
      'extra needs moon, which is not declared',
    ],
    ['an action for nobody', (process) => withAction(process, { who: [] }), 'nobody may do extra'],
  ])('is faulted for %s', (_, broken, problem) => {
    expect(checkProcess(broken(sampleProcess))).toContain(problem);
  });

  it('is drawn with an arrow for every step that leads on', () => {
    expect(diagram(sampleProcess, 'en').split('\n')).toEqual([
      'stateDiagram-v2',
      '  asked: asked',
      '  weighed: being weighed',
      '  waiting: waiting for more',
      '  granted: granted',
      '  [*] --> asked',
      '  asked --> weighed: Accept',
      '  weighed --> waiting: Ask for more',
      '  weighed --> granted: Grant',
      '  waiting --> weighed: Resume',
      '  granted --> [*]',
    ]);
  });
});

describe('what may be done now', () => {
  it('gives every button, allowed or with the reason why not, and no button for automatic steps', () => {
    const buttons = availableActions(sampleProcess, { state: 'weighed', done: ['ask'] }, clerk);
    expect(buttons.map(({ action, code }) => [action, code])).toEqual([
      ['accept', 'casework.not-now'],
      ['note', null],
      ['ask', 'casework.already-done'],
      ['grant', 'casework.not-yours'],
    ]);
    expect(buttons[3]?.why).toEqual({ zh: '“同意”由复核人员办理。', en: '“Grant” is done by: a reviewer.' });
  });

  it('names what is still needed', () => {
    const reviewer: Actor = { ...clerk, roles: ['reviewer'] };
    const asked = { state: 'weighed', done: [], action: 'grant', actor: reviewer };
    expect(mayAct(sampleProcess, { ...asked, met: [] })).toMatchObject({
      refusal: { code: 'casework.need-missing', figures: { needEn: 'the map is missing' } },
    });
    expect(mayAct(sampleProcess, { ...asked, met: ['map'] }).ok).toBe(true);
  });

  it('tells an officer beforehand that they proposed what waits, or decided what is objected to', () => {
    const both: Actor = { ...clerk, roles: ['clerk', 'reviewer'] };
    const { ask, grant } = sampleProcess.actions;
    if (!ask || !grant) throw new Error('the sample has both');
    const actions = {
      ask: { ...ask, decides: 'proposal' },
      grant: { ...grant, decides: 'approval' },
    } as const;
    const deciding = { ...sampleProcess, actions };
    const codes = (standing: { maker?: string; decidedBefore?: readonly string[] }, actor = both) =>
      availableActions(deciding, { state: 'weighed', done: [], ...standing }, actor).map(({ code }) => code);
    expect(codes({ maker: both.id })).toEqual([null, 'casework.maker-is-checker']);
    expect(codes({ decidedBefore: ['off_x', both.id] })).toEqual([
      ...['casework.decided-before', 'casework.decided-before'],
    ]);
    expect(codes({ maker: 'off_x', decidedBefore: ['off_x'] })).toEqual([null, null]);
  });

  it('lets nothing happen in a case that is over', () => {
    for (const button of availableActions(sampleProcess, { state: 'granted', done: [] }, clerk)) {
      expect(button.code).toBe('casework.closed');
    }
  });

  it('opens a case that is over again by the action that may, and by no other', () => {
    const reopened = withAction(sampleProcess, { from: ['granted'], to: 'weighed', reopens: true });
    expect(checkProcess(reopened)).toEqual([]);
    const asked = { state: 'granted', done: [], actor: clerk };
    expect(mayAct(reopened, { ...asked, action: 'extra' }).ok).toBe(true);
    expect(mayAct(reopened, { ...asked, action: 'note' })).toMatchObject({
      refusal: { code: 'casework.closed' },
    });
  });

  it('takes an officer by role and a citizen by what they are, so that a citizen with a role’s name gains nothing', () => {
    const impostor: Actor = { ...insured, roles: ['clerk'] };
    expect(
      mayAct(sampleProcess, { state: 'asked', done: [], action: 'accept', actor: impostor }),
    ).toMatchObject({
      refusal: { code: 'casework.not-yours' },
    });
    const officer: Actor = { ...clerk, roles: ['system'] };
    expect(mayAct(sampleProcess, { state: 'asked', done: [], action: 'note', actor: officer }).ok).toBe(
      false,
    );
  });
});

describe('the state of a case', () => {
  it('is computed from its actions', () => {
    const steps = [
      { action: 'accept', fromState: 'asked', toState: 'weighed' },
      { action: 'ask', fromState: 'weighed', toState: 'waiting' },
    ];
    expect(stateAfter(sampleProcess, [])).toBe('asked');
    expect(stateAfter(sampleProcess, steps)).toBe('waiting');
  });

  it.each([
    [[{ action: 'grant', fromState: 'asked', toState: 'granted' }]],
    [[{ action: 'accept', fromState: 'asked', toState: 'granted' }]],
    [[{ action: 'accept', fromState: 'weighed', toState: 'weighed' }]],
    [[{ action: 'bribe', fromState: 'asked', toState: 'granted' }]],
  ])('is a fault where the list does not follow the process', (steps) => {
    expect(() => stateAfter(sampleProcess, steps)).toThrow('does not follow');
  });
});

describe('the deadline', () => {
  it('is the tenth working day after the clock started', () => {
    expect(due([started])).toEqual({ dueOn: '2022-06-15', provisional: false });
  });

  it('stands still while the case waits for the applicant, and goes on with the days that were left', () => {
    const asked = { toState: 'waiting', at: at('2022-06-03'), data: {} }; // two days used, eight left
    expect(due([started, asked])).toEqual({ dueOn: null, provisional: false });
    const resumed = { toState: 'weighed', at: at('2022-06-20'), data: {} };
    expect(due([started, asked, resumed])).toEqual({ dueOn: '2022-06-30', provisional: false });
  });

  it('is not healed by a pause once it has passed', () => {
    const asked = { toState: 'waiting', at: at('2022-06-20'), data: {} };
    const resumed = { toState: 'weighed', at: at('2022-07-20'), data: {} };
    expect(due([started, asked, resumed])).toEqual({ dueOn: '2022-06-15', provisional: false });
  });

  it('is provisional in a year whose holidays are not published', () => {
    expect(due([{ ...started, at: at('2026-12-28') }])).toEqual({ dueOn: '2027-01-11', provisional: true });
  });

  it('ends with the case, and there is none before the clock has started', () => {
    expect(due([])).toEqual({ dueOn: null, provisional: false });
    expect(due([started, { toState: 'granted', at: at('2022-06-05'), data: {} }])).toEqual({
      dueOn: null,
      provisional: false,
    });
  });

  it('falls on the Shanghai calendar day', () => {
    const late = { ...started, at: new Date('2022-05-31T16:30:00Z') }; // half past midnight on 1 June in Shanghai
    expect(due([late])).toEqual({ dueOn: '2022-06-15', provisional: false });
  });
});

describe('a case number', () => {
  const number = () => makeCaseNumber({ prefix: 'SZ', on: plainDate('2026-03-02'), random: testRandom(7) });

  it('carries at least 64 random bits and reads as groups of five', () => {
    expect(number()).toMatch(/^SZ-2026-([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('is read as a person types it', () => {
    const written = number();
    expect(readCaseNumber(` ${written.toLowerCase().replaceAll('-', ' ')} `)).toBe(written);
    expect(readCaseNumber(written.replace('0', 'O'))).toBe(written);
    expect(readCaseNumber('SZ-2026')).toBeNull();
  });

  it('is refused with any one character mistyped', () => {
    const written = number();
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 24 }), fc.integer({ min: 0, max: 31 }), (place, digit) => {
        const replaced = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(digit);
        if (written[place] === '-' || written[place] === replaced) return;
        expect(readCaseNumber(`${written.slice(0, place)}${replaced}${written.slice(place + 1)}`)).toBeNull();
      }),
    );
  });
});

describe('the chain of actions', () => {
  const file = {
    ownerId: 'psn_1',
    id: 'cas_1',
    number: 'SZ-1',
    process: 'garden-plot',
    processVersion: '1',
    officeId: 'off_1',
    channel: 'window',
    openedAt: at('2022-06-01'),
  } as const;

  function chain() {
    let previousHash = openingHash(file);
    return ['accept', 'note', 'grant'].map((action, place) => {
      const link = {
        seq: place + 1,
        action,
        fromState: 'a',
        toState: 'b',
        actorKind: 'officer',
        actorId: 'ofc_1',
        at: at('2022-06-01'),
        data: { place },
      } as const;
      const chained = { ...link, previousHash, hash: actionHash(file, link, previousHash) };
      previousHash = chained.hash;
      return chained;
    });
  }

  it('is whole when nothing was touched', () => {
    expect(firstBrokenLink(file, chain())).toBeNull();
  });

  it('breaks where an action was altered, taken out, or moved to another case', () => {
    const [first, second, third] = chain();
    if (!first || !second || !third) throw new Error('the chain has three links');
    expect(firstBrokenLink(file, [first, { ...second, data: { place: 9 } }, third])).toBe(2);
    expect(firstBrokenLink(file, [first, { ...second, actorId: 'ofc_2' }, third])).toBe(2);
    expect(firstBrokenLink(file, [first, third])).toBe(2);
    expect(firstBrokenLink({ ...file, id: 'cas_2' }, [first, second, third])).toBe(1);
    expect(firstBrokenLink({ ...file, officeId: 'off_2' }, [first, second, third])).toBe(1);
  });
});

function withAction(process: Process, action: Partial<Process['actions'][string]>): Process {
  const extra = {
    name: { zh: '另一步', en: 'extra' },
    from: ['asked'],
    to: 'weighed',
    who: ['clerk'],
    ...action,
  };
  return { ...process, actions: { ...process.actions, extra: extra as Process['actions'][string] } };
}

/** Monday to Friday; nothing is published from 2027 on. */
const plainWeeks: WorkingDays = {
  add(from, days) {
    let on = from;
    for (let left = days; left > 0; ) {
      on = addDays(on, 1);
      if (weekday(on) % 6 !== 0) left -= 1;
    }
    return { on, provisional: on >= '2027' };
  },
  between(from, to) {
    let count = 0;
    for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) {
      if (weekday(fromDayNumber(day)) % 6 !== 0) count += 1;
    }
    return count;
  },
};

const started = { toState: 'weighed', at: at('2022-06-01'), data: { workingDays: 10 } };

function due(steps: Parameters<typeof deadlineOf>[1]) {
  return deadlineOf(sampleProcess, steps, plainWeeks);
}

function at(day: string): Date {
  return new Date(`${day}T10:00:00+08:00`);
}
