import { Bar, Foot } from '../ui/bar.tsx';
import { useSay } from '../ui/language.tsx';

/** What is there of the signed-in pages before their program has come: nothing of anybody. */
export function Shell() {
  const say = useSay();
  return (
    <>
      <Bar path="my/" />
      <main id="main" className="narrow" aria-busy="true">
        <noscript>
          {say({
            zh: '这些页面需要浏览器的脚本功能。也可以到窗口查询。',
            en: 'These pages need scripts to run in your browser. You can also ask at a window.',
          })}
        </noscript>
      </main>
      <Foot />
    </>
  );
}
