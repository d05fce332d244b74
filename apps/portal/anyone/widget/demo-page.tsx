import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Text } from '#basics';
import { Bar, Foot } from '../../ui/bar.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { MockSite } from './mock-site.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'suixing-inquiry': DetailedHTMLProps<HTMLAttributes<HTMLElement> & { region?: string }, HTMLElement>;
    }
  }
}

export const widgetDemoTitle: Text = {
  zh: '把查询放到您的网站上',
  en: 'The inquiry on your own site',
};

/** For sites of employers and of jobs: how the widget looks on one, what that site hears, and how to put it there. */
export function WidgetDemo() {
  const say = useSay();
  return (
    <>
      <Bar path="widget-demo" />
      <main id="main">
        <section className="verdict embed-top">
          <h1>{say(widgetDemoTitle)}</h1>
          <p>
            {say({
              zh: '招聘网站、单位网站加两行代码，访客不用离开您的页面，就能知道换城市以后医保账户怎么办。下面是它在一个招聘网站上的样子，网站和职位都是虚构的。',
              en: 'With two lines on the site of an employer or a job board, visitors find out what becomes of their medical account when they move, without leaving the page. This is how it looks on a job board; site and job are made up.',
            })}
          </p>
        </section>
        <MockSite />
        <section className="sec">
          <h2>{say({ zh: '您的页面听到什么', en: 'What your page hears' })}</h2>
          <div className="card pad">
            <p>
              {say({
                zh: '只有结果属于哪一种，没有回答。做完上面的题，这里会显示：',
                en: 'Only which kind of answer it was, and nothing of what was answered. Go through the questions above, and it shows here:',
              })}
            </p>
            <p className="heard" role="status">
              <code>suixing-result</code>{' '}
              <code data-does="hear">{say({ zh: '还没有', en: 'nothing yet' })}</code>
            </p>
          </div>
        </section>
        <HowTo />
        {/* As any other site would load it. */}
        <script src="/widget/suixing-inquiry.js" defer />
      </main>
      <Foot />
    </>
  );
}

function HowTo() {
  const say = useSay();
  const language = useLanguage();
  const { region } = useSite();
  const origin = <span data-fills="origin">https://…</span>;
  return (
    <section className="sec embed-how">
      <h2>{say({ zh: '怎么放', en: 'How to put it there' })}</h2>
      <div className="card pad">
        <pre className="code">
          {'<script src="'}
          {origin}
          {'/widget/suixing-inquiry.js" defer></script>\n'}
          {`<suixing-inquiry region="${region}" lang="${language}">\n  <a href="`}
          {origin}
          {`/${language}/check">${say({ zh: '医保能转移或领取吗？', en: 'Can I transfer or withdraw?' })}</a>\n</suixing-inquiry>`}
        </pre>
        <dl className="facts">
          <dt>
            <code>region</code>
          </dt>
          <dd>
            {say({ zh: '哪里的医保，六位行政区划代码', en: 'Whose insurance, as six digits (GB/T 2260)' })}
          </dd>
          <dt>
            <code>lang</code>
          </dt>
          <dd>
            {say({
              zh: 'zh 或 en；不写就跟随您的页面',
              en: 'Either zh or en; that of your page where it is left out',
            })}
          </dd>
          <dt>CSP</dt>
          <dd>
            <code>script-src {origin}</code>
          </dd>
        </dl>
      </div>
    </section>
  );
}
