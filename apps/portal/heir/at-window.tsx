import { Heading } from '../ui/heading.tsx';
import { useSay } from '../ui/language.tsx';

/** What a successor does is done at the window. */
export function HeirAtWindow() {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <Heading>{say({ zh: '继承亲人的个人账户', en: 'The account of somebody who died' })}</Heading>
      <p>
        {say({
          zh: '这段时间不容易，可以慢慢来。继承个人账户的申请，请带上您的证件和亲属关系材料到窗口办理，窗口会一次说清要什么。',
          en: 'This is a hard time, and there is no hurry. Please apply at the window, with your identity document and what shows how you are related. You are told at once all that is needed.',
        })}
      </p>
    </main>
  );
}
