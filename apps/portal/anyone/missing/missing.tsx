import type { Text } from '#basics';
import { regionPack } from '#law';
import { useSay } from '../../ui/language.tsx';
import { PageLink, PlainPage } from '../../ui/plain-page.tsx';
import { useSite } from '../../ui/site.tsx';

export const missingTitle: Text = { zh: '没有这一页', en: 'There is no such page' };

export const missingLead: Text = {
  zh: '地址可能抄错了，或者这一页已经换了地方。您交过的材料和办理都不受影响。',
  en: 'The address may be mistyped, or the page may have moved. Nothing that you sent or applied for is affected.',
};

/** In the place of a page that is not there: where most people want to go instead. */
export function Missing() {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <PlainPage path="" title={missingTitle} lead={say(missingLead)}>
      <section className="sec">
        <ul className="plain">
          {ways.map(({ to, text }) => (
            <li key={to}>
              <PageLink {...{ to, text }} />
            </li>
          ))}
          <li>
            {say({ zh: '打电话问：', en: 'Ask by telephone: ' })}
            <a className="nb" href={`tel:${number}`}>
              {number}
            </a>
          </li>
        </ul>
      </section>
    </PlainPage>
  );
}

const ways: readonly { readonly to: string; readonly text: Text }[] = [
  { to: '', text: { zh: '回首页', en: 'To the home page' } },
  {
    to: 'check',
    text: { zh: '问问能不能转移或领取', en: 'Ask whether you can transfer or withdraw' },
  },
  { to: 'status', text: { zh: '用编号查办到哪一步', en: 'See where a case is by its number' } },
  { to: 'my', text: { zh: '登录，看自己的账户和办理', en: 'Sign in to your account and your cases' } },
  { to: 'help', text: { zh: '怎么找人帮忙', en: 'How to get help' } },
];
