import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { limits, Pickers } from '../../ui/file-upload.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { sendTo, sizeOf } from '../../ui/send-file.ts';
import { GoingFile } from '../../ui/upload-going.tsx';
import { makeUploadQueue } from '../../ui/upload-queue.ts';
import type { Key } from './read-answer.tsx';

type Paper = 'death' | 'relation';

type Listed = Answer<typeof listRoute>;
type Sent = Listed['items'][number];
const listRoute = 'POST /account-inquiries/{inquiryId}/papers';

/** The proofs of a question, photographed or chosen, sent with its number and secret; both officers see them. */
export function InquiryPapers({ of }: { readonly of: Key }) {
  const say = useSay();
  const { inquiryId, secret } = of;
  const asked = useAsk(listRoute, { params: { inquiryId }, body: { secret } });
  return (
    <section className="sec">
      <h2>{say({ zh: '把证明拍照传来（可以不传）', en: 'Send the proofs, if you like' })}</h2>
      <p className="muted">
        {say({
          zh: '传了就不用再带这两样。只有核对这件事的工作人员看得到；随询问保存，决定之后一年删除。',
          en: 'What you send need not be brought. Only the officers who look at this see it; it is kept with the question and erased a year after the decision.',
        })}
      </p>
      <Asked of={asked}>
        {({ items, reviewed }) => (
          <>
            <p className="help">
              {reviewed
                ? say(lookedAt)
                : say(
                    { zh: '{limits}最多 8 个文件。', en: '{limits} Eight files at most.' },
                    { limits: say(limits) },
                  )}
            </p>
            <Group {...{ of, items, reviewed }} paper="death" />
            <Group {...{ of, items, reviewed }} paper="relation" />
          </>
        )}
      </Asked>
    </section>
  );
}

const lookedAt: Text = {
  zh: '工作人员已经在核对，网上不能再增减；还有要补的，带到窗口。',
  en: 'Officers are looking at them, and nothing can be added or taken away here any more. Bring what is missing to a window.',
};

/** What the agency has of one paper, what this device still knows of it, and what is on its way. */
function useSent({ of, paper }: { readonly of: Key; readonly paper: Paper }) {
  const client = useQueryClient();
  const { inquiryId, secret } = of;
  const [files, setFiles] = useState<ReadonlyMap<string, File>>(new Map());
  const [queue] = useState(() => {
    const at = `/api/v1/account-inquiries/${encodeURIComponent(inquiryId)}/files?paper=${paper}`;
    return makeUploadQueue({
      number: inquiryId,
      send: (sending) => sendTo({ at, headers: { 'Inquiry-Secret': secret } }, sending),
      onTaken({ fileId, kind, bytes, scan }, { file }) {
        setFiles((before) => new Map(before).set(fileId, file));
        const sent = { fileId, paper, kind, bytes, scan: scan === 'clean' ? scan : 'not-scanned' } as const;
        list((items) => (items.some((one) => one.fileId === fileId) ? items : [...items, sent]));
      },
    });
  });
  function list(change: (items: readonly Sent[]) => readonly Sent[]): void {
    const key = [listRoute, { params: { inquiryId }, body: { secret } }];
    client.setQueryData<Listed>(key, (known) => known && { ...known, items: change(known.items) });
  }
  const items = useSyncExternalStore(queue.subscribe, queue.items);
  useEffect(() => {
    addEventListener('online', queue.online);
    return () => removeEventListener('online', queue.online);
  }, [queue]);
  const forget = (fileId: string) => list((all) => all.filter((one) => one.fileId !== fileId));
  return { files, queue, items, forget };
}

interface Grouped extends Listed {
  readonly of: Key;
  readonly paper: Paper;
}

function Group({ of, paper, items: all, reviewed }: Grouped) {
  const say = useSay();
  const { files, queue, items, forget } = useSent({ of, paper });
  const { send, busy, problem } = useWrite(
    'POST /account-inquiries/{inquiryId}/files/{fileId}/removal',
    ({ fileId }) => forget(fileId),
  );
  const { inquiryId, secret } = of;
  const sent = all.filter((one) => one.paper === paper);
  const id = `papers-${paper}`;
  return (
    <fieldset className="inner upload">
      <legend id={`${id}-limits`}>{say(names[paper])}</legend>
      <ProblemBox problem={problem} />
      {reviewed && sent.length === 0 && <p className="small muted">{say(noneSent)}</p>}
      {sent.length + items.length > 0 && (
        <ol className="pages">
          {sent.map((one, at) => (
            <SentFile
              key={one.fileId}
              {...{ one, busy, at }}
              file={files.get(one.fileId) ?? null}
              onRemove={
                reviewed ? null : () => send({ params: { inquiryId, fileId: one.fileId }, body: { secret } })
              }
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
      {!reviewed && (
        <Pickers
          {...{ id }}
          label={say(names[paper])}
          onFiles={queue.add}
          more={sent.length > 0}
          wrong={false}
        />
      )}
    </fieldset>
  );
}

const noneSent: Text = { zh: '没有在网上传过。', en: 'Nothing was sent online.' };

function SentFile(sent: {
  readonly one: Sent;
  readonly at: number;
  /** What this device has of it, to be looked at; the agency gives it out to officers only. */
  readonly file: File | null;
  readonly busy: boolean;
  readonly onRemove: (() => void) | null;
}) {
  const { one, at, file, busy, onRemove } = sent;
  const say = useSay();
  const picture = usePicture(file);
  const page = say({ zh: '第 {n} 个文件', en: 'File {n}' }, { n: at + 1 });
  const name = file?.name ?? page;
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
          {one.kind.toUpperCase()} · {sizeOf(one.bytes)} · {say({ zh: '收到了', en: 'We have it' })}
        </p>
        {onRemove && (
          <p className="does">
            <button type="button" aria-disabled={busy} onClick={() => !busy && onRemove()}>
              {say({ zh: '移除', en: 'Remove' })}
              <span className="vh"> {name}</span>
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

/** The picture as this device has it; null for what is none. */
function usePicture(file: File | null): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return;
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
