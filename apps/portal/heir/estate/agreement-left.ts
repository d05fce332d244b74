import type { Text } from '#basics';
import type { Heir } from './estate.tsx';

/** What everybody's agreement to other than equal shares still lacks: of whoever looks, and of the others. */
export interface AgreementLeft {
  /** Whether the shares rest on everybody's agreement at all. */
  readonly asked: boolean;
  readonly own: Own | null;
  readonly others: readonly { readonly is: Left; readonly successorId: string; readonly name: string }[];
}

type Left = 'lacking' | 'to-confirm';
type Agreeing = Pick<Heir, 'successorId' | 'name' | 'yours' | 'agreement'>;

interface Own {
  readonly is: Left | 'counts';
  readonly successorId: string;
}

/** The most pressing of the others first: who has not agreed, then who has to confirm it. */
export function agreementLeft(heirs: readonly Agreeing[]): AgreementLeft {
  const left = (kind: Left) =>
    heirs
      .filter(({ agreement, yours }) => agreement === kind && !yours)
      .map(({ successorId, name }) => ({ is: kind, successorId, name }));
  const own = heirs.find(({ yours }) => yours);
  return {
    asked: heirs.some(({ agreement }) => agreement !== 'not-needed'),
    own:
      own === undefined || own.agreement === 'not-needed'
        ? null
        : { is: own.agreement, successorId: own.successorId },
    others: [...left('lacking'), ...left('to-confirm')],
  };
}

/** Of each of the others what is lacking and what to do, and of whoever looks. */
export function agreementWords({ own, others }: AgreementLeft): readonly (readonly [Text, string])[] {
  return [
    ...(own === null || own.is === 'counts' ? [] : [[ofOwn[own.is], ''] as const]),
    ...others.map(({ is, name }) => [ofOther[is], name] as const),
  ];
}

export const ofOwn: Readonly<Record<Left, Text>> = {
  lacking: {
    zh: '您自己还没有同意这样分：请在“您自己的答复”里点同意',
    en: 'You have not agreed to these shares yourself: do so under “Your own answer”',
  },
  'to-confirm': {
    zh: '您的同意还不算数，因为这个登录还没有核对过本人：请带身份证件到窗口，签一份书面表示',
    en: 'Your agreement does not count yet, as nobody has compared this login with your document: come to a window with it and sign a statement',
  },
};

export const ofOther: Readonly<Record<Left, Text>> = {
  lacking: {
    zh: '{name}还没有同意这样分：请本人用链接或者到窗口答复',
    en: '{name} has not agreed to these shares: they answer by the link or at a window',
  },
  'to-confirm': {
    zh: '{name}表示同意，还不算数：请本人带身份证件到窗口签一份书面表示，或者请窗口直接给本人发链接再答复一次',
    en: '{name} agreed, which does not count yet: they come to a window with their identity document and sign a statement, or ask the window for a link of their own and answer once more',
  },
};
