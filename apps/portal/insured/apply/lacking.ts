import type { Text } from '#basics';
import type { Ground } from './assessed.ts';
import { filledInHere } from './drafted.ts';

interface Lack {
  readonly id: string;
  readonly text: Text;
  readonly remedy: Text | null;
}

/** What is missing of a ground, each with what to do: the situation itself where the record does not tell of it, then each condition. */
export function lacking(ground: Pick<Ground, 'name' | 'recorded' | 'unmet' | 'materials'>): readonly Lack[] {
  const { recorded, unmet } = ground;
  const conditions = unmet.map(({ id, text, remedy }): Lack => ({ id, text, remedy: remedy ?? null }));
  return recorded ? conditions : [situation(ground), ...conditions];
}

function situation({ name, materials }: Pick<Ground, 'name' | 'materials'>): Lack {
  // Everybody shows who they are and where it is paid to, and fills in the form here; the rest is what shows the situation.
  const shown = materials.map(({ material }) => material).filter(({ id }) => !always.has(id));
  const list = (language: 'zh' | 'en', between: string) =>
    shown.map(({ text }) => text[language]).join(between);
  return {
    id: 'situation',
    text: { zh: `我们的记录里没有：${name.zh}`, en: `not on our record: ${name.en}` },
    remedy:
      shown.length === 0
        ? { zh: '请到窗口登记这种情况', en: 'have it recorded at the window' }
        : { zh: `交材料证明：${list('zh', '、')}`, en: `show it with papers: ${list('en', '; ')}` },
  };
}

const always: ReadonlySet<string> = new Set(['identity-document', filledInHere, 'payee-bank-account']);
