import { regionPack } from '#law';
import type { Problem } from '../../ui/api.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useSite } from '../../ui/site.tsx';

/** A link that opens nothing: it is not whole, was replaced, or has run out; and what to do. */
export function NoLink({ problem }: { readonly problem: Problem | null }) {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <main id="main" className="narrow">
      <Heading quiet>{say({ zh: '这个链接打不开', en: 'This link does not work' })}</Heading>
      <ProblemBox problem={problem} />
      <p className="gently">
        {say({
          zh: '可能是复制时少了几个字，也可能已经换了新的或者过了有效期。您的那一份不会因此丢掉。',
          en: 'Part of it may be missing, a newer one may have replaced it, or it may have run out. You do not lose your share because of that.',
        })}
      </p>
      <ul className="plain">
        <li>
          {say({
            zh: '请把收到的链接整个复制，从开头到最后一个字，再打开一次。',
            en: 'Copy the whole link that you were sent, up to its last character, and open it again.',
          })}
        </li>
        <li>
          {say({
            zh: '还是打不开的：我们另外给过您链接的，请用那一个；没有的，请提出申请的家人再发一个新的，或者向我们要一个。',
            en: 'If it still does not work: where we gave you a link of our own, use that one; else ask the relative who applied to send you a new one, or ask us for one.',
          })}
        </li>
        <li>
          {say({
            zh: '也可以带身份证件到任一窗口，结果一样。',
            en: 'Or come to any window with your identity document. The result is the same.',
          })}
        </li>
      </ul>
      <p className="others">
        <a href={`tel:${number}`}>
          <Icon name="phone" />
          {number}
        </a>
      </p>
    </main>
  );
}
