import { Fragment, type ReactNode } from 'react';
import type { Text } from '#basics';
import { useSay } from './language.tsx';

/** A text whose `{parts}` are more than words: a figure in bold, a date that does not break. */
export function Said({
  text,
  parts,
}: {
  readonly text: Text;
  readonly parts: Readonly<Record<string, ReactNode>>;
}) {
  const words = useSay()(text).split(/\{(\w+)\}/);
  return words.map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts keep their places
    <Fragment key={at}>{at % 2 === 0 ? word : parts[word]}</Fragment>
  ));
}
