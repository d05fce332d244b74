import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { plainDate, shanghaiDate } from '#basics';
import { parts } from '#business/my-data/public';
import type { Answer } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { showClock, showDate } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { MyIcon } from '../../ui/my-icons.tsx';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { ProofFields } from '../security/proof-fields.tsx';
import { useProof } from '../security/use-proof.ts';
import { summaryOf } from './summary.ts';

type MyData = Answer<'POST /people/{personId}/my-data'>;

/** Everything on record of the person as one signed file, after their password once more; beside it what it holds, in words. */
export function MyDataPage() {
  const say = useSay();
  const [taken, setTaken] = useState<MyData | null>(null);
  return (
    <main id="main" className="reading">
      <BackTo to={pageOf.record()}>{say({ zh: '我的档案', en: 'My record' })}</BackTo>
      <Heading>{say({ zh: '下载我的全部记录', en: 'Download all my data' })}</Heading>
      {taken === null ? <Asking onTaken={setTaken} /> : <Taken file={taken} />}
    </main>
  );
}

function Asking({ onTaken }: { readonly onTaken: (file: MyData) => void }) {
  const say = useSay();
  const personId = usePerson();
  const { send, busy, problem } = useWrite('POST /people/{personId}/my-data', onTaken);
  const { missing, submit, fields } = useProof({
    ...{ problem, busy },
    onProven: (body) => send({ params: { personId }, body }),
  });
  return (
    <>
      <p className="muted">
        {say({
          zh: '我们掌握的您的全部记录，合成一个文件：登记和它的来历、账户和每一笔进出、缴费月份、办理和文书清单、谁看过、委托、通知。证件号码和手机号写全，请保管好。',
          en: 'Everything we hold about you in one file: your record and where it comes from, your account with every entry, months paid, cases and a list of letters, who looked at your record, mandates and notices. Identity and telephone numbers are written in full, so keep it safe.',
        })}
      </p>
      <p className="muted">
        {say({
          zh: '文件带本机构的签名，改动一个字都查得出来。只有您本人能取，每取一次都会记下来。',
          en: 'We sign the file, so any change to it can be found out. Only you can download it, and each download is logged.',
        })}
      </p>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      <form className="card pad" onSubmit={submit} noValidate>
        <ProofFields {...fields} />
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          <Icon name="lock" />
          {say(
            busy
              ? { zh: '正在汇总……', en: 'Preparing your file…' }
              : { zh: '确认是我，汇总记录', en: 'Confirm and prepare the file' },
          )}
        </button>
      </form>
    </>
  );
}

function Taken({ file }: { readonly file: MyData }) {
  const say = useSay();
  const language = useLanguage();
  const ready = useRef<HTMLHeadingElement>(null);
  useEffect(() => ready.current?.focus(), []);
  const at = new Date(file.data.madeAt);
  const name = `suixing-my-data-${shanghaiDate(at)}.json`;
  const text = `${JSON.stringify(file, null, 1)}\n`;
  const size = Math.max(1, Math.round(new Blob([text]).size / 1000));
  const made = { day: showDate(plainDate(shanghaiDate(at)), language), time: showClock(file.data.madeAt) };
  return (
    <>
      <section className="card pad">
        <h2 tabIndex={-1} ref={ready}>
          {say({ zh: '文件汇总好了', en: 'Your file is ready' })}
        </h2>
        <p className="small muted">
          {say({ zh: '按 {day} {time} 的记录', en: 'As recorded on {day}, {time}' }, made)}
        </p>
        {file.signature === null && (
          <p className="late">
            {say({
              zh: '现在没有可用的签名密钥，这份文件没有签名。请过后再取一份。',
              en: 'We have no valid signing key at the moment, so this file is not signed. Please download it again later.',
            })}
          </p>
        )}
        <div className="end-row">
          <button
            type="button"
            className="btn primary"
            onClick={() => saveFile({ content: text, name, type: 'application/json;charset=utf-8' })}
          >
            <MyIcon name="keep" />
            {say({ zh: '保存文件（{size} kB）', en: 'Save the file ({size} kB)' }, { size })}
          </button>
          <button type="button" className="btn" onClick={() => print()}>
            <Icon name="print" />
            {say({ zh: '打印这一页', en: 'Print this page' })}
          </button>
        </div>
      </section>
      <Inside file={file} />
      <HowToCheck />
    </>
  );
}

function Inside({ file }: { readonly file: MyData }) {
  const say = useSay();
  return (
    <section className="card pad">
      <h2>{say({ zh: '里面有什么', en: 'What is in it' })}</h2>
      <table className="sums">
        <caption className="vh">{say({ zh: '文件的各部分', en: 'The parts of the file' })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '部分', en: 'Part' })}</th>
            <th scope="col" className="num">
              {say({ zh: '条数', en: 'Entries' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {summaryOf(file.data.parts).map(({ part, count }) => (
            <tr key={part}>
              <th scope="row">
                {say(parts[part].name)}
                <span className="caption block">{say(parts[part].holds)}</span>
              </th>
              <td className="num">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HowToCheck() {
  const say = useSay();
  return (
    <section className="card pad">
      <h2>{say({ zh: '怎么核验', en: 'How to check it' })}</h2>
      <p className="small">
        {say({
          zh: '拿到文件的人可以离线核验：用本机构公布的公钥，在随行的命令行运行 suixing verify-document 文件名。改过一个字，就会说“文件被改过”。',
          en: 'Anybody you give it to can check it offline against the keys that we publish: suixing verify-document FILE. It says so if anything was changed.',
        })}
      </p>
      <p className="small">
        <Link to={pageOf.viewings()}>{say({ zh: '谁看过我的记录', en: 'Who looked at my record' })}</Link>
      </p>
    </section>
  );
}
