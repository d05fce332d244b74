import { useState } from 'react';
import type { Answer } from './api.ts';
import { useWrite } from './asking.ts';
import { useSay } from './language.tsx';
import { ProblemBox } from './problem-box.tsx';

/** Asked once more in place; from the next request on the agent sees nothing. */
export function EndMandate({
  mandate,
  again,
}: {
  readonly mandate: Pick<Answer<'GET /mandates'>['items'][number], 'mandateId' | 'ownerId' | 'agentName'>;
  readonly again: () => void;
}) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const { send, busy, problem } = useWrite('POST /mandates/{mandateId}/end', again);
  const { mandateId, ownerId, agentName } = mandate;
  if (!sure)
    return (
      <button type="button" className="link" onClick={() => setSure(true)}>
        {say({ zh: '终止', en: 'End it' })}
        <span className="vh"> {agentName}</span>
      </button>
    );
  return (
    <div className="take-back">
      <ProblemBox problem={problem} />
      <p className="small">
        {say(
          {
            zh: '终止后，{agentName}马上看不到、办不了。已经办的不受影响。',
            en: '{agentName} can no longer see or do anything, from that moment. What has been done stays as it is.',
          },
          { agentName },
        )}
      </p>
      <button
        type="button"
        className="btn stop"
        aria-disabled={busy}
        onClick={() => busy || send({ params: { mandateId }, body: { ownerId } })}
      >
        {say({ zh: '确定终止', en: 'End it now' })}
      </button>
      <button type="button" className="btn" onClick={() => setSure(false)}>
        {say({ zh: '不终止', en: 'Keep it' })}
      </button>
    </div>
  );
}
