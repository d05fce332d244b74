import { useCallback } from 'react';
import { Refused } from '../../ui/api.ts';
import { useCall } from '../../ui/asking.ts';

/** Records the equal shares of the law, which are the shares unless somebody says otherwise; nobody of the legal order, no shares. */
export function useDivideEqually(): (number: string) => Promise<void> {
  const call = useCall();
  return useCallback(
    async (number) => {
      try {
        await call('POST /withdrawals/{number}/divisions', { params: { number }, body: { basis: 'equal' } });
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.code !== 'succession.nobody-inherits') throw error;
      }
    },
    [call],
  );
}
