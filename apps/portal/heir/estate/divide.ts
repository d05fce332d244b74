import { useCallback } from 'react';
import { newKey, Refused } from '../../ui/api.ts';
import { useCall } from '../../ui/asking.ts';

/**
 * Records the equal shares of the law, which are the shares unless somebody says otherwise. Where nobody inherits by the legal order,
 * or the connection is gone for good, there are none yet, and the list of what is to be done says so.
 */
export function useDivideEqually(): (number: string) => Promise<void> {
  const call = useCall();
  return useCallback(
    async (number) => {
      const key = newKey(); // sent again with the same one, so that it is done once
      for (let tries = 3; tries > 0; tries--) {
        try {
          await call(
            'POST /withdrawals/{number}/divisions',
            { params: { number }, body: { basis: 'equal' } },
            key,
          );
          return;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          if (!/^portal\.(offline|no-answer)$/.test(error.problem.code)) return;
        }
      }
    },
    [call],
  );
}
