import type { ReactNode } from 'react';
import { regionPack } from '#law';
import { toFragment } from '../../ui/checker-answers.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { applyIn, heirsIn, homeOfMy, moveIn } from '../../ui/links.ts';
import { useSite } from '../../ui/site.tsx';
import type { Asked } from './request-of.ts';
import { type Message, type Step, stepsOf } from './steps.ts';
import type { Verdict } from './verdict.ts';
import { whetherRetired } from './verdict-words.ts';

/** One box with what to do now. */
export function WhatToDo({ asked, verdict }: { readonly asked: Asked; readonly verdict: Verdict }) {
  const say = useSay();
  if (verdict.kind === 'yes') return <Apply asked={asked} verdict={verdict} />;
  // What an heir does not know is looked at with their papers, and not in an account of theirs.
  if (verdict.kind === 'unclear')
    return verdict.option?.ground === 'death' ? <AsHeir /> : <LookedUp verdict={verdict} />;
  const [first, ...more] = stepsOf(verdict, asked);
  if (!first) return null;
  if (more.length === 0)
    return (
      <Box title={say(first.title)}>
        <TheStep step={first} />
      </Box>
    );
  return (
    <Box title={say({ zh: '现在要做的', en: 'What to do now' })}>
      {[first, ...more].map((step) => (
        <div key={step.id} className="one-of">
          <h3>{say(step.title)}</h3>
          <TheStep step={step} />
        </div>
      ))}
    </Box>
  );
}

function TheStep({ step: { says, message } }: { readonly step: Step }) {
  const say = useSay();
  return (
    <>
      <p>{say(says)}</p>
      {message && <ToTheEmployer message={message} />}
    </>
  );
}

/** Ready to be sent. An employer reads Chinese, so that is what is copied, whatever the page is read in. */
function ToTheEmployer({ message: { toSend, meaning } }: { readonly message: Message }) {
  const say = useSay();
  const language = useLanguage();
  const { region } = useSite();
  return (
    <>
      <div className="say">
        <p lang="zh-CN">{toSend}</p>
        {language === 'en' && <p className="muted">{`“${meaning}”`}</p>}
      </div>
      <CopyButton text={toSend} label={say({ zh: '复制这段话，发给单位', en: 'Copy this and send it' })} />
      <details>
        <summary>
          <Icon name="down" />
          {say({ zh: '联系不上单位，或单位不办？', en: 'Cannot reach the employer, or it will not act?' })}
        </summary>
        <p>
          {say(
            {
              zh: '打电话给我们：{number}。说明您的情况，我们告诉您怎么办。',
              en: 'Call us: {number}. Tell us how things stand, and we tell you what can be done.',
            },
            { number: regionPack(region).hotline.number },
          )}
        </p>
      </details>
    </>
  );
}

/** What was answered goes along, behind the `#`. After a death it begins with whoever inherits. */
function Apply({ asked, verdict: { option } }: { readonly asked: Asked; readonly verdict: Verdict }) {
  const say = useSay();
  const language = useLanguage();
  if (!option || option.ground === 'death') return <AsHeir />;
  const told = `ground=${option.ground}&${toFragment(asked.answers)}`;
  return (
    <Box title={say({ zh: '现在就可以申请', en: 'You can apply now' })}>
      <p>
        {say({
          zh: '在网上大约 10 分钟，不用再填一遍；也可以带材料到窗口办。',
          en: 'It takes about ten minutes here, and you need not answer again. You can also bring the papers to a window.',
        })}
      </p>
      <a
        className="btn primary wide"
        href={option.action === 'transfer' ? moveIn(language) : applyIn(language, told)}
      >
        {say({ zh: '开始申请', en: 'Start this application' })}
        <Icon name="arrow" />
      </a>
    </Box>
  );
}

/** Whoever inherits needs a login of their own first, and the page of heirs says how they come to it. */
function AsHeir() {
  const say = useSay();
  const language = useLanguage();
  return (
    <Box title={say({ zh: '由继承人申请', en: 'An heir applies' })}>
      <p>
        {say({
          zh: '不需要逝者的手机或密码。网上可以办，也可以带下面的材料到窗口。',
          en: 'Nothing of the person who died is needed, neither telephone nor password. You can do it here, or bring the papers below to a window.',
        })}
      </p>
      <a className="btn primary wide" href={heirsIn(language)}>
        {say({ zh: '从哪里开始', en: 'Where to begin' })}
        <Icon name="arrow" />
      </a>
    </Box>
  );
}

function LookedUp({ verdict }: { readonly verdict: Verdict }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Box title={say({ zh: '到“我的账户”里核对', en: 'It is checked in your account' })}>
      <p>
        {say({
          zh: '您不清楚的，我们的记录里都有，不用您再去打听：',
          en: 'What you did not know is on our record. You need not ask around for it:',
        })}
      </p>
      <ul className="plain">
        {verdict.groundUntold && <li>{say(whetherRetired)}</li>}
        {verdict.untold.map(({ id, text }) => (
          <li key={id}>{say(text)}</li>
        ))}
      </ul>
      <a className="btn wide" href={homeOfMy(language)}>
        {say({ zh: '去我的账户', en: 'Go on to my account' })}
      </a>
    </Box>
  );
}

function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sec first">
      <div className="do">
        <h2>
          <Icon name="arrow" />
          {title}
        </h2>
        <div>{children}</div>
      </div>
    </section>
  );
}
