import { useEffect, useRef, useState } from 'react';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { fileOfCase } from './links.ts';
import type { UploadedPage } from './upload-page.tsx';

/** A page in full, over the page that it belongs to; a PDF where the browser can show one, and as a file to open everywhere. */
export function Preview(shown: {
  readonly number: string;
  readonly page: UploadedPage;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { number, page, title, onClose } = shown;
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const address = fileOfCase(number, page.fileId);
  const isPdf = page.kind === 'pdf';
  return (
    <dialog ref={dialog} className="preview" aria-label={title} onClose={onClose}>
      <header>
        <b>{title}</b>
        <button type="button" className="tool" onClick={() => dialog.current?.close()}>
          <Icon name="cross" />
          {say({ zh: '关闭', en: 'Close' })}
        </button>
      </header>
      {isPdf ? <Pdf address={address} title={title} /> : <img src={address} alt={title} />}
      <a className="btn" href={address} download>
        <Icon name="document" />
        {say(
          isPdf
            ? { zh: '打开这份 PDF', en: 'Open this PDF' }
            : { zh: '下载原图', en: 'Download the picture' },
        )}
      </a>
    </dialog>
  );
}

/** The agency gives files out to be kept, not to be opened here; so the browser's own reader is handed the bytes. */
function Pdf({ address, title }: { readonly address: string; readonly title: string }) {
  const say = useSay();
  const [at, setAt] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let over = false;
    if (navigator.pdfViewerEnabled)
      void fetch(address, { headers: { 'X-Suixing': '1' } })
        .then((answer) => (answer.ok ? answer.blob() : null))
        .then((bytes) => {
          if (!bytes || over) return;
          made = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
          setAt(made);
        })
        .catch(() => null);
    return () => {
      over = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [address]);
  if (!navigator.pdfViewerEnabled)
    return (
      <p className="muted">
        {say({
          zh: '这个浏览器不能直接显示 PDF，可以打开文件来看。',
          en: 'This browser cannot show a PDF here. Open the file to look at it.',
        })}
      </p>
    );
  return at === null ? (
    <p role="status">{say({ zh: '正在取……', en: 'One moment…' })}</p>
  ) : (
    <iframe src={at} title={title} />
  );
}
