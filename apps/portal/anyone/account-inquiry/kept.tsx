import { useEffect } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { InquiryPapers } from './papers.tsx';
import type { Key } from './read-answer.tsx';

/** That it was taken in: what to keep, what to bring, what comes next. The same for everybody. */
export function Kept({ of, onAnswer }: { readonly of: Key; readonly onAnswer: () => void }) {
  const say = useSay();
  const { inquiryId, secret } = of;
  useEffect(() => {
    // The secret is told this once: whoever leaves by mistake, as for the other language, is asked first.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  return (
    <main id="main" className="narrow">
      <Heading>{say({ zh: '收到了，请记下这两样', en: 'We have it. Keep these two' })}</Heading>
      <p className="gently">
        {say({
          zh: '口令只显示这一次。请抄下来、打印，或者拍张照。',
          en: 'The secret is shown this once. Write it down, print it, or take a picture.',
        })}
      </p>
      <section className="keep" aria-label={say({ zh: '编号和口令', en: 'Number and secret' })}>
        <dl>
          <dt>{say({ zh: '编号', en: 'Number' })}</dt>
          <dd id="kept-number">{inquiryId}</dd>
          <dt>{say({ zh: '口令', en: 'Secret' })}</dt>
          <dd id="kept-secret">{secret}</dd>
        </dl>
        <div className="two-does">
          <CopyButton text={`${inquiryId}\n${secret}`} label={say({ zh: '复制', en: 'Copy both' })} />
          <button type="button" className="btn wide" onClick={() => print()}>
            <Icon name="print" />
            {say({ zh: '打印', en: 'Print' })}
          </button>
        </div>
      </section>
      <InquiryPapers of={of} />
      <section className="calm">
        <h2>{say({ zh: '接下来', en: 'What happens next' })}</h2>
        <ol className="numbered">
          <li>
            {say({
              zh: '带您的身份证件到任一窗口，报上编号；死亡证明和关系证明没有在上面传的，一起带来，或者先寄来。',
              en: 'Bring your identity document to any window, with the number, and the proofs of the death and of your relation, unless you sent them above or post them.',
            })}
          </li>
          <li>{say({ zh: '两名工作人员核对、确认。', en: 'Two officers check and confirm them.' })}</li>
          <li>
            {say({
              zh: '之后 30 天内，用编号和口令看答复，并给自己开通登录名。',
              en: 'Within 30 days after that, read the answer with the number and the secret, and open a login of your own.',
            })}
          </li>
        </ol>
      </section>
      <p className="others">
        <button type="button" className="link" onClick={onAnswer}>
          {say({ zh: '看答复', en: 'Read the answer' })}
        </button>
      </p>
    </main>
  );
}
