import { type SyntheticEvent, useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { PlainPage, Section } from '../../ui/plain-page.tsx';
import { checkPicture, checkText, type Outcome } from './check-code.ts';
import { Result } from './result.tsx';
import { verifyTitle } from './verify-words.ts';

/** Whether a letter was issued by this agency: read and checked here, against the keys that it publishes. */
export function Verify() {
  const say = useSay();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [working, setWorking] = useState(false);
  async function check(asked: Promise<Outcome>) {
    setWorking(true);
    setOutcome(null);
    setOutcome(await asked);
    setWorking(false);
  }
  return (
    <PlainPage
      path="verify"
      title={verifyTitle}
      lead={say({
        zh: '我们发的每封信末尾都有一个二维码。拍下来选到这里，就知道是不是我们发的、有没有被改过。',
        en: 'Each of our letters bears a code at its end. Take a picture of it and choose it here: you see whether we issued it and whether it was altered.',
      })}
    >
      <div aria-live="polite" className="sec" hidden={!working}>
        {working && say({ zh: '正在核对……', en: 'Checking …' })}
      </div>
      {outcome && <Result outcome={outcome} />}
      <Picture onPicture={(file) => void check(checkPicture(file))} />
      <Typed onText={(text) => void check(checkText(text))} />
      <Section title={say({ zh: '怎么核对的', en: 'How this is checked' })}>
        <ul className="card pad plain">
          <li>
            {say({
              zh: '照片和文件不会传出去：在您的手机或电脑上读，用我们公开的公钥核对签名。',
              en: 'The picture or file does not leave your device: it is read there and checked with the keys that we publish.',
            })}
          </li>
          <li>
            {say({
              zh: '只显示码里写的几项，请和纸上的对一对；我们不查任何记录，也不知道您核对的是哪一封。',
              en: 'Only what the code says is shown, for you to compare with the paper. No record is looked at, and we do not learn which letter you checked.',
            })}
          </li>
          <li>
            {say({
              zh: '个别信写明不带核验码，请打电话核对编号。',
              en: 'A few letters say that they bear no code; ask by telephone about their number.',
            })}
          </li>
        </ul>
      </Section>
    </PlainPage>
  );
}

function Picture({ onPicture }: { readonly onPicture: (file: File) => void }) {
  const say = useSay();
  return (
    <section className="sec">
      <label className="btn primary wide pick-picture">
        <Icon name="camera" />
        {say({ zh: '拍照，或选图片、PDF', en: 'Take a picture, or choose one or a PDF' })}
        <input
          type="file"
          accept="image/*,application/pdf"
          className="vh"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = ''; // the same picture may be chosen again
            if (file) onPicture(file);
          }}
        />
      </label>
    </section>
  );
}

/** For whoever read the code by another program, or was sent its text. */
function Typed({ onText }: { readonly onText: (text: string) => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  function go(event: SyntheticEvent) {
    event.preventDefault();
    onText(text);
  }
  return (
    <section className="sec">
      <details>
        <summary>
          <Icon name="down" />
          {say({ zh: '已经用别的程序扫过码？贴上文字', en: 'Read by another program? Paste its text' })}
        </summary>
        <form method="dialog" onSubmit={go} className="pasted">
          <label htmlFor="text">
            {say({ zh: '码里的文字，一长串字母和数字', en: 'The text of the code, one long row of letters' })}
          </label>
          <textarea
            id="text"
            rows={4}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <button type="submit" className="btn">
            {say({ zh: '核对', en: 'Check' })}
          </button>
        </form>
      </details>
    </section>
  );
}
