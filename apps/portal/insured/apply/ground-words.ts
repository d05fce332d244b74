import type { Text } from '#basics';
import type { Say } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import type { Ground } from './assessed.ts';
import type { SpokenTo } from './spoken-to.ts';

/** What a ground is as it is said to whoever applies; what every one of them comes to is left out. */
export function groundName(
  { id, name }: Pick<Ground, 'id' | 'name'>,
  { say, grounds }: { readonly say: Say; readonly grounds: SpokenTo['grounds'] },
): string {
  return sentence(say(grounds[id] ?? name));
}

/** How the record bears a ground out, in a line; nothing where it does not tell of one. */
export function standing({ status, unmet }: Ground, say: Say): string | null {
  if (status === 'open') return say(open);
  if (status === 'unknown') return null;
  const [first] = unmet;
  return first ? say(lacks, { what: say(first.text) }) : say(unclear);
}

const open: Text = { zh: '按我们的记录，现在就可以办', en: 'On our record you can have it now' };
const lacks: Text = { zh: '还缺：{what}', en: 'Still missing: {what}' };
const unclear: Text = { zh: '还要核对', en: 'Still to be checked' };
