import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { acceptedFiles } from './send-file.ts';
import { GoingFile } from './upload-going.tsx';
import { PageCard, type UploadedPage } from './upload-page.tsx';
import { makeUploadQueue } from './upload-queue.ts';
import type { Uploads } from './use-uploads.ts';

export type { UploadedPage } from './upload-page.tsx';

interface Upload {
  /** Of the control that an error summary leads to. */
  readonly id: string;
  /** The case that the files belong to. */
  readonly number: string;
  /** What the paper is called. */
  readonly label: string;
  readonly pages: readonly UploadedPage[];
  /** Told how the pages change; also after the component is gone, since what is on its way arrives all the same. */
  readonly onPages: (change: (before: readonly UploadedPage[]) => readonly UploadedPage[]) => void;
  readonly problem: string | null;
  /** Told what is on its way, so that nobody leaves the page without it unawares (`useUploads`). */
  readonly watch: Uploads['watch'];
}

/** The pages of one paper: photographed or chosen, several at once, looked at, put in another's place, taken away. */
export function FileUpload({ id, number, label, pages, onPages, problem, watch }: Upload) {
  const say = useSay();
  const { queue, items, twice } = useQueue({ number, onPages, pages });
  useEffect(() => {
    watch(items);
    return () => watch([]);
  }, [watch, items]);
  const busy = items.some(({ is }) => is === 'going' || is === 'waiting');
  return (
    <div className={problem === null ? 'upload' : 'upload wrong'}>
      <p className="help" id={`${id}-limits`}>
        {say(limits)}
      </p>
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {pages.length + items.length > 0 && (
        <ol className="pages">
          {pages.map((page, at) => (
            <PageCard
              key={page.fileId}
              {...{ number, page, label, at }}
              onReplace={(file) => queue.add([file], page.fileId)}
              onRemove={() => onPages((all) => all.filter(({ fileId }) => fileId !== page.fileId))}
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
      {twice && (
        <p className="note small" role="status">
          <Icon name="copy" />
          {say({
            zh: '这一张已经有了，没有重复添加。',
            en: 'This one is there already and was not added again.',
          })}
        </p>
      )}
      <Pickers {...{ id, label, onFiles: queue.add }} more={pages.length > 0} wrong={problem !== null} />
      <p className="vh" role="status">
        {busy ? say({ zh: '正在上传', en: 'Uploading' }) : ''}
      </p>
    </div>
  );
}

/** What a file may be, said first. */
export const limits = {
  zh: '照片（JPEG、PNG）或 PDF，每个文件不超过 20 MB；有几页就传几页，四角拍全、字能看清。',
  en: 'Pictures (JPEG, PNG) or PDF, at most 20 MB a file. Send every page, with all four corners and writing that can be read.',
};

function useQueue({ number, pages, onPages }: Pick<Upload, 'number' | 'pages' | 'onPages'>) {
  const [twice, setTwice] = useState(false);
  const latest = useRef({ onPages, pages });
  useEffect(() => {
    latest.current = { onPages, pages };
  });
  const [queue] = useState(() =>
    makeUploadQueue({
      number,
      onTaken(taken, { instead, file }) {
        const page: UploadedPage = { ...taken, name: file.name };
        setTwice(latest.current.pages.some(({ fileId }) => fileId === taken.fileId));
        latest.current.onPages((before) => withPage(before, page, instead));
      },
    }),
  );
  const items = useSyncExternalStore(queue.subscribe, queue.items);
  useEffect(() => {
    addEventListener('online', queue.online);
    return () => removeEventListener('online', queue.online);
  }, [queue]);
  return { queue, items, twice };
}

/** The page in its place; one that is there already stays where it is. */
function withPage(
  before: readonly UploadedPage[],
  page: UploadedPage,
  instead: string | null,
): readonly UploadedPage[] {
  if (before.some(({ fileId }) => fileId === page.fileId)) return before;
  return before.some(({ fileId }) => fileId === instead)
    ? before.map((each) => (each.fileId === instead ? page : each))
    : [...before, page];
}

/** The two ways in: the device's camera, and its files. */
export function Pickers(pickers: {
  readonly id: string;
  /** What the paper is called, for whoever does not see where the button stands. */
  readonly label: string;
  readonly more: boolean;
  readonly wrong: boolean;
  readonly onFiles: (files: FileList) => void;
}) {
  const { id, label, more, wrong, onFiles } = pickers;
  const say = useSay();
  const told = wrong ? `${id}-limits ${id}-problem` : `${id}-limits`;
  return (
    <div className="pick">
      <Picker {...{ told, onFiles }} id={`${id}-camera`} icon="camera" camera>
        {say(
          more ? { zh: '再拍一页', en: 'Photograph another page' } : { zh: '拍照', en: 'Take a photograph' },
        )}
        <span className="vh"> {label}</span>
      </Picker>
      <Picker {...{ told, onFiles, id }} icon="document">
        {say(
          more
            ? { zh: '再选文件', en: 'Add more files' }
            : { zh: '选择照片或文件', en: 'Choose pictures or files' },
        )}
        <span className="vh"> {label}</span>
      </Picker>
    </div>
  );
}

/** A button that opens the device's camera or its files. */
function Picker(picker: {
  readonly id: string;
  readonly icon: 'camera' | 'document';
  readonly camera?: true;
  readonly told: string;
  readonly onFiles: (files: FileList) => void;
  readonly children: ReactNode;
}) {
  const { id, icon, camera = false, told, onFiles, children } = picker;
  return (
    <label className={camera ? 'btn by-camera' : 'btn by-file'}>
      <Icon name={icon} />
      {children}
      <input
        id={id}
        className="vh"
        type="file"
        accept={camera ? 'image/*' : acceptedFiles}
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
        aria-describedby={told}
        onChange={({ currentTarget }) => {
          if (currentTarget.files) onFiles(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
