import { createContext, useContext } from 'react';
import { useNavigate } from 'react-router';
import type { Text } from '#basics';
import { type Session, useSigning, useWrite } from './asking.ts';
import { pageOf } from './links.ts';

/** As what somebody acts; a session does in one capacity, and their login may have several. */
export type Capacity = Session['capacities'][number];

/** Who is signed in and as what. */
export interface Acting {
  readonly kind: Capacity;
  readonly loginId: string;
  /** Whom or which employers they may act for in this capacity. */
  readonly personIds: readonly string[];
  readonly capacities: readonly Capacity[];
}

const nobody: Acting = { kind: 'insured', loginId: '', personIds: [], capacities: [] };
const Current = createContext<Acting>(nobody);
export const ActingProvider = Current.Provider;

export function useActing(): Acting {
  return useContext(Current);
}

/** As what a session acts; null for staff, who have no pages here. */
export function actingIn({ kind, id, personIds, capacities }: Session): Acting | null {
  const capacity = allCapacities.find((each) => each === kind);
  return capacity ? { kind: capacity, loginId: id, personIds, capacities } : null;
}

/** Goes on in another capacity of the same login, at its own first page or where one came for. */
export function useChangeCapacity() {
  const { signedIn } = useSigning();
  const navigate = useNavigate();
  const to = (capacity: Capacity, path: string | null) =>
    navigate(path ?? homes[capacity](), { replace: true });
  const { send, busy, problem } = useWrite('POST /sessions/current/capacity', () => undefined);
  const change = (capacity: Capacity, path: string | null = null) =>
    send(
      { body: { capacity } },
      {
        async onSuccess() {
          await signedIn();
          await to(capacity, path);
        },
      },
    );
  return { change, busy, problem };
}

const allCapacities = ['insured', 'successor', 'agent', 'employer'] as const satisfies readonly Capacity[];

/** Where each begins. */
export const homes: Readonly<Record<Capacity, () => string>> = {
  insured: pageOf.account,
  successor: pageOf.heir,
  agent: pageOf.actingFor,
  employer: pageOf.employer,
};

export const capacityNames: Readonly<Record<Capacity, Text>> = {
  insured: { zh: '参保人本人', en: 'yourself, the insured' },
  successor: { zh: '继承人', en: 'an heir' },
  agent: { zh: '代办人', en: 'an agent for somebody' },
  employer: { zh: '单位', en: 'an employer' },
};
