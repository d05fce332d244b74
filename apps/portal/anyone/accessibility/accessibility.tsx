import { plainDate, type Text } from '#basics';
import { regionPack } from '#law';
import { showDate } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { PageLink, PlainPage, Section } from '../../ui/plain-page.tsx';
import { useSite } from '../../ui/site.tsx';
import { gaps, tested } from './accessibility-words.ts';

export const accessibilityTitle: Text = { zh: '无障碍说明', en: 'Accessibility' };

const lastLooked = plainDate('2026-11-29');

/** What these pages do for everybody, how that was tested, what they lack, and to whom one says so. */
export function Accessibility() {
  const say = useSay();
  const language = useLanguage();
  return (
    <PlainPage
      path="accessibility"
      title={accessibilityTitle}
      lead={say({
        zh: '这些网页应当人人能用：看不清的、用键盘的、用读屏软件的、手机旧网络慢的。做到了什么、没做到什么，都写在这里。',
        en: 'Everybody should be able to use these pages: with poor sight, by keyboard, by screen reader, on an old phone over a slow line. Here is what they do and what they lack.',
      })}
    >
      <Listed title={{ zh: '检查过什么，怎么检查的', en: 'What was tested, and how' }} texts={tested} />
      <Listed title={{ zh: '已知的不足', en: 'Known gaps' }} texts={gaps} />
      <Complain />
      <p className="sec caption">
        {say(
          {
            zh: '适用于本站不用登录的全部网页。由做网页的人自己检查，没有请外面的机构评测。最近一次核对：{on}。',
            en: 'For every page of this site that needs no sign-in. Tested by those who made it; nobody from outside has assessed it. Last checked: {on}.',
          },
          { on: showDate(lastLooked, language) },
        )}
      </p>
    </PlainPage>
  );
}

function Listed({ title, texts }: { readonly title: Text; readonly texts: readonly Text[] }) {
  const say = useSay();
  return (
    <Section title={say(title)}>
      <ul className="card pad plain">
        {texts.map((text) => (
          <li key={text.zh || text.en}>{say(text)}</li>
        ))}
      </ul>
    </Section>
  );
}

function Complain() {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <Section title={say({ zh: '用不了，找谁说', en: 'If something does not work for you' })}>
      <div className="card pad">
        <p>
          {say({ zh: '打电话：', en: 'Telephone: ' })}
          <a className="nb" href={`tel:${number}`}>
            {number}
          </a>
          {say({
            zh: '，或者到任何一个窗口说。请讲：哪一页、用的什么手机或软件、哪一步过不去。',
            en: ', or tell any window. Say which page it was, with which device or program, and at which step you were stopped.',
          })}
        </p>
        <p>
          {say({
            zh: '事情不用等网页改好：窗口当场替您办，条件、材料和天数完全一样。',
            en: 'You need not wait until the page is mended: a window does it for you at once, with the same conditions, papers and days.',
          })}{' '}
          <PageLink to="help" text={{ zh: '找人帮忙', en: 'Help' }} />
        </p>
      </div>
    </Section>
  );
}
