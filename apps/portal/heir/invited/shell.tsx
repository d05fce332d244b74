import type { Text } from '#basics';
import { Bar, Foot } from '../../ui/bar.tsx';
import { useSay } from '../../ui/language.tsx';

export const invitedTitle: Text = { zh: '家人给您的链接', en: 'A link from your family' };

/** What is there of an invited heir’s pages before their program has come: nothing of anybody. */
export function InvitedShell() {
  const say = useSay();
  return (
    <>
      <Bar path="heir" />
      <main id="main" className="narrow" aria-busy="true">
        <noscript>
          {say({
            zh: '这一页需要浏览器的脚本功能。也可以带身份证件到窗口办理，结果一样。',
            en: 'This page needs scripts to run in your browser. At a window you can do the same with your identity document.',
          })}
        </noscript>
      </main>
      <Foot />
    </>
  );
}
