import { stderr } from 'node:process';

export type Phase = 'people' | 'balances' | 'months' | 'cases';

const names: Readonly<Record<Phase, { readonly zh: string; readonly en: string }>> = {
  people: { zh: '导入参保人', en: 'people' },
  balances: { zh: '记入期初余额', en: 'opening balances' },
  months: { zh: '导入缴费月数', en: 'paid months' },
  cases: { zh: '办理案件', en: 'cases' },
};

/** One line that is written over on a terminal; a line for each phase elsewhere. */
export function progressLine(write: (line: string) => void, lang: 'zh' | 'en') {
  let last: Phase | null = null;
  const line = (phase: Phase, done: number, total: number): string =>
    `${names[phase][lang]} ${done}/${total}`;
  return {
    show(phase: Phase, done: number, total: number): void {
      if (stderr.isTTY) write(`\r\x1b[K${line(phase, done, total)}`);
      else if (phase !== last) write(`${names[phase][lang]} …\n`);
      last = phase;
    },
    end(): void {
      if (stderr.isTTY) write('\r\x1b[K');
    },
  };
}
