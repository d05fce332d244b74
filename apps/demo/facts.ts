import { addDays, type PlainDate } from '#basics';
import type { Citizen } from './city.ts';
import type { PlannedCase } from './plan.ts';

/** What a clerk records for a demo case, with its paper. */
export interface DemoFact {
  readonly paperReference: string;
  readonly entry: Parameters<typeof import('#business/registry').recordFact>[1]['fact']['entry'];
}

/** The facts that the case's ground needs besides what the import brought. A refused one has a bill still open. */
export function factsFor({ person, stage }: PlannedCase, { today, elsewhere }: Day): readonly DemoFact[] {
  const needed = neededFor(person, { today, elsewhere });
  if (stage !== 'refused') return needed;
  return [...needed, { paperReference: '报销受理单', entry: { kind: 'open-claims', open: true } }];
}

interface Day {
  readonly today: PlainDate;
  /** The other region, where somebody lives now or went. */
  readonly elsewhere: string;
}

function neededFor(person: Citizen, day: Day): readonly DemoFact[] {
  const { today, elsewhere } = day;
  const since = person.stoppedOn ?? addDays(today, -60);
  switch (person.story) {
    case 'retired-elsewhere':
      return [
        {
          paperReference: '异地就医备案表',
          entry: {
            kind: 'treatment-elsewhere',
            filing: { region: elsewhere, confirmedOn: addDays(today, -30) },
          },
        },
      ];
    case 'died':
      return [
        {
          paperReference: '继承公证书',
          entry: { kind: 'succession', established: true, on: addDays(today, -10) },
        },
      ];
    case 'settled-abroad':
    case 'went-home':
      return [{ paperReference: '减员表', entry: { kind: 'roster', onEmployerRoster: false, since } }];
    case 'transfer-refused':
      return [transfer('refused', day), transferredSince(since)];
    case 'transfer-silent':
      return [transfer('no-account-information', day), transferredSince(since)];
    default:
      return [];
  }
}

function transfer(balance: 'refused' | 'no-account-information', { today, elsewhere: to }: Day): DemoFact {
  return {
    paperReference: balance === 'refused' ? '拒收函' : '催告函',
    entry: {
      kind: 'transfer',
      transfer: { to, appliedOn: addDays(today, -50), balance, evidenceOn: addDays(today, -5) },
    },
  };
}

function transferredSince(stoppedOn: PlainDate): DemoFact {
  return {
    paperReference: '关系转出登记表',
    entry: { kind: 'relationship', status: 'transferred', tier: 1, stoppedOn, since: stoppedOn },
  };
}
