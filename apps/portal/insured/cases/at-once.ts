import { type PlainDate, plainDate, shanghaiDate, type Text } from '#basics';

export interface Happened {
  readonly seq: number;
  readonly action: string;
  readonly name: Text;
  readonly at: string;
  readonly actorKind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What somebody did several times in a row on one day, such as handing in papers, told once with how often. */
export function atOnce(items: readonly Happened[]): readonly (Happened & { readonly times: number })[] {
  const told: (Happened & { readonly times: number })[] = [];
  for (const item of items) {
    const last = told.at(-1);
    if (last && isSame(last, item)) told[told.length - 1] = { ...last, times: last.times + 1 };
    else told.push({ ...item, times: 1 });
  }
  return told;
}

function isSame(one: Happened, other: Happened): boolean {
  return (
    one.name.zh === other.name.zh && one.actorKind === other.actorKind && dayIn(one.at) === dayIn(other.at)
  );
}

/** How often something was done: of papers, how many they were. */
export function howOften({
  action,
  times,
}: {
  readonly action: string;
  readonly times: number;
}): Text | null {
  if (times <= 1) return null;
  return aPaperEach.has(action) ? papers : occasions;
}

const aPaperEach: ReadonlySet<string> = new Set(['provide-material', 'judge-paper']);

const papers: Text = { zh: '（{n} 份）', en: ' ({n} in all)' };
const occasions: Text = { zh: '（{n} 次）', en: ' ({n} times)' };

/** The day of an instant where the agency is. */
export function dayIn(at: string): PlainDate {
  return plainDate(shanghaiDate(new Date(at)));
}
