import type { Text } from '#basics';
import type { Say } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import type { Ground } from './assessed.ts';

/** What a ground is as somebody says it of themselves; what every one of them comes to is left out. */
export function groundName({ id, name }: Pick<Ground, 'id' | 'name'>, say: Say): string {
  return sentence(say(own[id] ?? name));
}

const own: Readonly<Record<string, Text>> = {
  'settled-abroad-before-retirement': { zh: '退休前到境外定居', en: 'I settled abroad before retirement' },
  'foreigner-returning-home': {
    zh: '我是外国人，退休前离境回国',
    en: 'I am a foreign national and went home before retirement',
  },
  'retired-left-country': { zh: '退休后离境定居或回国', en: 'I left the country in retirement' },
  'retired-treated-elsewhere': {
    zh: '退休后长期在外地住、在外地看病',
    en: 'I am retired, and live and am treated in another city',
  },
  'nationality-lost': { zh: '已经丧失中国国籍', en: 'I have lost Chinese nationality' },
  'balance-refused': {
    zh: '转移过，对方明确不收余额',
    en: 'I was transferred, and the other agency refused the balance',
  },
  'no-receiving-account': {
    zh: '转移过，对方一直没给收款账户',
    en: 'I was transferred, and the other agency never named an account',
  },
};

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
