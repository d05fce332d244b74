import { useEffect, useRef } from 'react';
import { isPlainDate, showYuan } from '#basics';
import { titlesByCode } from '#business/letters/public';
import { regionPack } from '#law';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import type { Outcome } from './check-code.ts';
import type { Genuine } from './checked.ts';
import { outcomes } from './verify-words.ts';

/** The answer, whose heading takes the focus: genuine, not ours, or not read. */
export function Result({ outcome }: { readonly outcome: Outcome }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (outcome) box.current?.querySelector('h2')?.focus();
  }, [outcome]);
  return (
    <section className="sec" aria-labelledby="outcome" ref={box}>
      {outcome.kind === 'genuine' ? <Yes says={outcome.says} /> : <No kind={outcome.kind} />}
    </section>
  );
}

function No({ kind }: { readonly kind: Exclude<Outcome['kind'], 'genuine'> }) {
  const say = useSay();
  const { region } = useSite();
  const { doubtful, heading, next } = outcomes[kind];
  const { number } = regionPack(region).hotline;
  return (
    <div className={doubtful ? 'found stop' : 'found wait'}>
      <h2 id="outcome" tabIndex={-1}>
        <Icon name={doubtful ? 'cross' : 'warn'} />
        {say(heading)}
      </h2>
      <p>{say(next)}</p>
      <p>
        {say({ zh: '电话：', en: 'Telephone: ' })}
        <a className="nb" href={`tel:${number}`}>
          {number}
        </a>
      </p>
    </div>
  );
}

function Yes({ says: { n, k, d, t, a, r, u, p } }: Pick<Genuine, 'says'>) {
  const say = useSay();
  const language = useLanguage();
  const { city } = useSite();
  const day = (on: string) => (isPlainDate(on) ? showDate(on, language) : on);
  return (
    <div className="found ok">
      <h2 id="outcome" tabIndex={-1}>
        <Icon name="shield" />
        {say(
          { zh: '是{city}医保经办机构发出的', en: 'Issued by the medical-insurance agency of {city}' },
          { city: say(city) },
        )}
      </h2>
      <p>
        {say({
          zh: '签名有效，码里的内容没有改过。请把下面几项和纸上的对一对，有一项不同，纸上的就不能信。',
          en: 'The signature is valid, and the code was not altered. Compare each line with the paper: if one differs, do not trust the paper.',
        })}
      </p>
      <dl className="facts">
        <dt>{say({ zh: '文书', en: 'Letter' })}</dt>
        <dd>{say(titlesByCode[k])}</dd>
        <dt>{say({ zh: '编号', en: 'Number' })}</dt>
        <dd>{n}</dd>
        <dt>{say({ zh: '日期', en: 'Issued on' })}</dt>
        <dd>{day(d)}</dd>
        <dt>{say({ zh: '写给', en: 'To' })}</dt>
        <dd lang="zh-CN">{t}</dd>
        {a !== undefined && (
          <>
            <dt>{say(p ? { zh: '期末余额', en: 'Closing balance' } : { zh: '金额', en: 'Amount' })}</dt>
            <dd className="nb">¥{showYuan(BigInt(a))}</dd>
          </>
        )}
        {p !== undefined && (
          <>
            <dt>{say({ zh: '起止日期', en: 'From and to' })}</dt>
            <dd>{p.split('/').map(day).join(' – ')}</dd>
          </>
        )}
        {r !== undefined && (
          <>
            <dt>{say({ zh: '自带编号', en: 'Its own number' })}</dt>
            <dd>{r}</dd>
          </>
        )}
        {u !== undefined && (
          <>
            <dt>{say({ zh: '有效期至', en: 'Valid until' })}</dt>
            <dd>{day(u)}</dd>
          </>
        )}
      </dl>
      <p className="small">{say({ zh: '除此以外什么都不显示。', en: 'Nothing else is shown.' })}</p>
    </div>
  );
}
