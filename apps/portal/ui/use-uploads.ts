import { useMemo, useState } from 'react';
import type { Text } from '#basics';
import type { FieldProblem } from './error-summary.tsx';
import { useLanguage } from './language.tsx';
import { sayIn } from './languages.ts';
import { mayGoAgain, type OnItsWay } from './upload-queue.ts';

/** For a page with files: whoever leaves it is told of each file that has not arrived, and sends it again or takes it away. */
export interface Uploads {
  /** For `FileUpload`, which tells what is on its way. */
  readonly watch: (items: readonly OnItsWay[]) => void;
  /** What else is wrong, and what had not arrived when `allThere` was asked and still has not, each with its place on the page. */
  readonly problems: readonly FieldProblem[];
  /** Whether everything that was chosen has arrived; what has not is among the problems from then on. */
  readonly allThere: () => boolean;
}

/** `lacking` is what else is wrong; it stays the same as long as it says the same. */
export function useUploads(lacking: readonly FieldProblem[]): Uploads {
  const language = useLanguage();
  const [items, watch] = useState<readonly OnItsWay[]>([]);
  const [told, setTold] = useState<readonly string[]>([]);
  const missing = notThere(items, told);
  const what = missing.map(({ key, is }) => `${key} ${is}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: how far a file is changes nothing about what is said of it
  const problems = useMemo(() => {
    const words = (item: OnItsWay) =>
      item.is === 'going' || item.is === 'waiting' ? stillGoing : mayGoAgain(item) ? notSent : notTaken;
    const files = missing.map((item) => ({
      field: fieldOf(item.key),
      says: sayIn(language)(words(item), { name: item.file.name }),
    }));
    return [...lacking, ...files];
  }, [lacking, what, told, language]);
  return {
    ...{ watch, problems },
    allThere() {
      setTold(items.map(({ key }) => key));
      return items.length === 0;
    },
  };
}

function notThere(items: readonly OnItsWay[], told: readonly string[]): readonly OnItsWay[] {
  return items.filter(({ key }) => told.includes(key));
}

/** The control of a file that has not arrived, to which the summary leads. */
export function fieldOf(key: string): string {
  return `file-${key}`;
}

const notSent: Text = {
  zh: '“{name}”没有传上：请再传一次，或者移除',
  en: '“{name}” was not sent: send it again, or remove it',
};
const notTaken: Text = {
  zh: '“{name}”不能用：请移除，换一个文件',
  en: '“{name}” cannot be taken: remove it, and choose another',
};
const stillGoing: Text = {
  zh: '“{name}”还在上传：请等它传完，或者取消',
  en: '“{name}” is still on its way: wait until it is there, or cancel it',
};
