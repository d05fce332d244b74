import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Text } from '#basics';
import { useWrite } from '../../ui/asking.ts';
import { limits, Pickers } from '../../ui/file-upload.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { sendTo, sizeOf } from '../../ui/send-file.ts';
import { GoingFile } from '../../ui/upload-going.tsx';
import { makeUploadQueue } from '../../ui/upload-queue.ts';
import type { Key } from './read-answer.tsx';

type Paper = 'death' | 'relation';

/** The proofs of a question, photographed or chosen, sent with its number and secret; both officers see them. */
export function InquiryPapers({ of }: { readonly of: Key }) {
  const say = useSay();
  return (
    <section className="sec">
      <h2>{say({ zh: '把证明拍照传来（可以不传）', en: 'Send the proofs, if you like' })}</h2>
      <p className="muted">
        {say({
          zh: '传了就不用再带这两样。只有核对这件事的工作人员看得到；随询问保存，决定之后一年删除。',
          en: 'What you send need not be brought. Only the officers who look at this see it; it is kept with the question and erased a year after the decision.',
        })}
      </p>
      <p className="help">
        {say(limits)} {say({ zh: '最多 8 个文件。', en: 'Eight files at most.' })}
      </p>
      <Group {...{ of }} paper="death" />
      <Group {...{ of }} paper="relation" />
    </section>
  );
}

interface Sent {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  /** What this device has of it, to be looked at; the agency gives it out to officers only. */
  readonly file: File;
}

/** What was sent of one paper, and what is on its way. */
function useSent({ of, paper }: { readonly of: Key; readonly paper: Paper }) {
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [queue] = useState(() => {
    const at = `/api/v1/account-inquiries/${encodeURIComponent(of.inquiryId)}/files?paper=${paper}`;
    const headers = { 'Inquiry-Secret': of.secret };
    return makeUploadQueue({
      number: of.inquiryId,
      send: (sending) => sendTo({ at, headers }, sending),
      onTaken: ({ fileId, bytes }, { file }) =>
        setSent((before) => [
          ...before.filter((one) => one.fileId !== fileId),
          { fileId, bytes, file, name: file.name },
        ]),
    });
  });
  const items = useSyncExternalStore(queue.subscribe, queue.items);
  useEffect(() => {
    addEventListener('online', queue.online);
    return () => removeEventListener('online', queue.online);
  }, [queue]);
  const forget = (fileId: string) => setSent((before) => before.filter((one) => one.fileId !== fileId));
  return { sent, queue, items, forget };
}

function Group({ of, paper }: { readonly of: Key; readonly paper: Paper }) {
  const say = useSay();
  const { sent, queue, items, forget } = useSent({ of, paper });
  const { send, busy, problem } = useWrite(
    'POST /account-inquiries/{inquiryId}/files/{fileId}/removal',
    ({ fileId }) => forget(fileId),
  );
  const { inquiryId, secret } = of;
  const id = `papers-${paper}`;
  return (
    <fieldset className="inner upload">
      <legend id={`${id}-limits`}>{say(names[paper])}</legend>
      <ProblemBox problem={problem} />
      {sent.length + items.length > 0 && (
        <ol className="pages">
          {sent.map((one) => (
            <SentFile
              key={one.fileId}
              {...{ one, busy }}
              onRemove={() => send({ params: { inquiryId, fileId: one.fileId }, body: { secret } })}
            />
          ))}
          {items.map((item) => (
            <GoingFile
              key={item.key}
              item={item}
              onAgain={() => queue.again(item.key)}
              onDrop={() => queue.drop(item.key)}
            />
          ))}
        </ol>
      )}
      <Pickers
        {...{ id }}
        label={say(names[paper])}
        onFiles={queue.add}
        more={sent.length > 0}
        wrong={false}
      />
    </fieldset>
  );
}

function SentFile(one: { readonly one: Sent; readonly busy: boolean; readonly onRemove: () => void }) {
  const { busy, onRemove } = one;
  const { name, bytes, file } = one.one;
  const say = useSay();
  const picture = usePicture(file);
  return (
    <li className="page-card">
      <span className="thumb">
        {picture === null ? (
          <Icon name="document" />
        ) : (
          <img src={picture} alt={say({ zh: '您传的 {name}', en: 'What you sent: {name}' }, { name })} />
        )}
      </span>
      <div>
        <b className="file-name">{name}</b>
        <p className="small muted">
          {sizeOf(bytes)} · {say({ zh: '收到了', en: 'We have it' })}
        </p>
        <p className="does">
          <button type="button" aria-disabled={busy} onClick={() => !busy && onRemove()}>
            {say({ zh: '移除', en: 'Remove' })}
            <span className="vh"> {name}</span>
          </button>
        </p>
      </div>
    </li>
  );
}

/** The picture as this device has it; null for what is none. */
function usePicture(file: File): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith('image/')) return;
    const reader = new FileReader();
    reader.onload = () => setPicture(typeof reader.result === 'string' ? reader.result : null);
    reader.readAsDataURL(file);
    return () => reader.abort();
  }, [file]);
  return picture;
}

const names: Readonly<Record<Paper, Text>> = {
  death: { zh: '死亡证明', en: 'The proof of the death' },
  relation: { zh: '关系证明（户口簿、结婚证、出生证明等）', en: 'The proof of your relation' },
};
