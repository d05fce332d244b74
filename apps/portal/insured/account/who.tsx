import type { Text } from '#basics';
import { useAsk } from '../../ui/asking.ts';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { MyIcon } from '../../ui/my-icons.tsx';
import { usePerson } from '../../ui/person.tsx';

/** Whose page it is, as the agency has them on record; every number masked. */
export function Who() {
  const say = useSay();
  const personId = usePerson();
  const { data } = useAsk('GET /people/{personId}', { params: { personId } });
  if (!data) return null;
  const { name, documents, relationship } = data;
  const document = documents[0];
  const status = relationship && statuses[relationship.status];
  const tier = relationship?.tier ? say(tiers[relationship.tier] ?? tiers[1]) : null;
  return (
    <>
      {status && (
        <span className={status.ok ? 'tag ok' : 'tag'}>
          {status.ok ? <Icon name="tick" /> : <MyIcon name="pause" />}
          {[say(status.name), tier].filter(Boolean).join(' · ')}
        </span>
      )}
      <span className="small muted nb">
        {name}
        {document &&
          ` · ${say(kinds[document.kind] ?? kinds.passport)} ${document.number.replace(/\*+/, ' •••• ')}`}
      </span>
    </>
  );
}

const tiers: Readonly<Record<number, Text>> & { readonly 1: Text } = {
  1: { zh: '一档', en: 'first tier' },
  2: { zh: '二档', en: 'second tier' },
  3: { zh: '三档', en: 'third tier' },
};

const statuses: Readonly<Record<string, { readonly name: Text; readonly ok: boolean }>> = {
  active: { name: { zh: '参保中', en: 'Insured' }, ok: true },
  suspended: { name: { zh: '已停保', en: 'Cover stopped' }, ok: false },
  transferred: { name: { zh: '已转出', en: 'Moved away' }, ok: false },
  terminated: { name: { zh: '参保已终止', en: 'Cover ended' }, ok: false },
};

const kinds = {
  'citizen-id': { zh: '身份证', en: 'identity card' },
  'residence-permit': { zh: '居住证', en: 'residence permit' },
  'permanent-resident-card': { zh: '永久居留身份证', en: 'permanent resident card' },
  passport: { zh: '护照', en: 'passport' },
} satisfies Readonly<Record<string, Text>>;
