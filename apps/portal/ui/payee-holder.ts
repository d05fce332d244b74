import { useRef } from 'react';
import type { Text } from '#basics';

/** In whose name an account has to be, so that another is said where it is typed and not only when everything is handed in. */
export interface PayeeHolder {
  /** By the comparison that decides; null where the page does not know the name. */
  readonly fits: (name: string) => boolean | null;
  /** Asks whoever knows, where the page does not; null where no answer came, so that what refuses it tells. */
  readonly ask?: (name: string) => Promise<boolean | null>;
  /** What is said of another name, and what to do. */
  readonly another: Text;
}

/** Whether a name is another's, as far as it is known here and as it is answered; an answer is remembered. */
export function useAnotherName({ fits, ask }: Omit<PayeeHolder, 'another'>) {
  const refused = useRef(new Set<string>());
  const isKnownAnother = (name: string) =>
    name.trim() !== '' && (fits(name) === false || refused.current.has(name.trim()));
  return {
    isKnownAnother,
    async isAnother(name: string): Promise<boolean> {
      if (isKnownAnother(name)) return true;
      if (fits(name) !== null || !ask || (await ask(name)) !== false) return false;
      refused.current.add(name.trim());
      return true;
    },
  };
}

/** A way to ask that never fails: what keeps it from being answered is told when the account is sent. */
export function askingName(
  call: (name: string) => Promise<{ readonly own: boolean | null }>,
): NonNullable<PayeeHolder['ask']> {
  return async (name) => {
    try {
      return (await call(name.trim())).own;
    } catch {
      return null;
    }
  };
}

/** What is said of a name that is another's; abroad with what else it can be. */
export function anotherWords({ another }: Pick<PayeeHolder, 'another'>, where: 'here' | 'abroad'): Text {
  return where === 'here'
    ? another
    : { zh: `${another.zh}${latinToo.zh}`, en: `${another.en}${latinToo.en}` };
}

const latinToo: Text = {
  zh: '。登记里没有拉丁字母姓名的，先申请补上',
  en: '. Where our record has no name in Latin letters, ask for it to be added first',
};

/** To whoever is paid themselves. */
export const anotherThanYours: Text = {
  zh: '户名不是您本人的姓名。钱只能付到您本人的账户：请换成您本人名下的账户，户名照银行登记的写',
  en: 'This is not your name as we have it. Only an account of your own can be paid to: name one, and write the name as the bank has it',
};
export const anotherThanChild: Text = {
  zh: '户名不是孩子本人的，也不是监护人的。请换成孩子本人或者监护人名下的账户，户名照银行登记的写',
  en: 'This is neither the child’s name nor the guardian’s as we have them. Name an account of the child or of the guardian, and write the name as the bank has it',
};
