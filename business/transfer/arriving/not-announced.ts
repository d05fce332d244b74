import { type Refusal, type Result, refuse } from '#basics';
import type { CaseFile } from '#engines/casework';
import { arrivalProcess } from '../arrival.ts';
import { transferProcesses } from '../processes.ts';

/** Why a transfer that is not announced cannot be confirmed, in the words of every other step: where it is, and when it could be. */
export function notAnnounced({
  process,
  state,
}: Pick<CaseFile, 'process' | 'state'>): Result<never, Refusal> {
  const at = transferProcesses[process]?.states[state];
  const when = arrivalProcess.states.announced?.name;
  return refuse({
    code: at?.final === true ? 'casework.closed' : 'casework.not-now',
    figures: {
      ...{ actionZh: '确认转入', actionEn: 'Confirm the transfer' },
      ...{ stateZh: at?.name.zh ?? state, stateEn: at?.name.en ?? state },
      ...{ whenZh: when?.zh ?? '', whenEn: when?.en ?? '' },
    },
  });
}
