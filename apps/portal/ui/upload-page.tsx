import { useRef, useState } from 'react';
import type { Text } from '#basics';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { fileOfCase } from './links.ts';
import { acceptedFiles, sizeOf, type TakenFile } from './send-file.ts';
import { Preview } from './upload-preview.tsx';

/** A page of a paper that lies with the agency. */
export interface UploadedPage extends TakenFile {
  /** What its owner calls it. */
  readonly name: string | null;
  /** Whether it can be looked at now; taken to be so where nothing else is said. */
  readonly served?: boolean;
}

interface Card {
  readonly number: string;
  readonly page: UploadedPage;
  readonly label: string;
  /** Its place among the pages, from 0. */
  readonly at: number;
  readonly onReplace: (file: File) => void;
  readonly onRemove: () => void;
}

/** One page: what it looks like, what the scanner says, and what can be done with it. */
export function PageCard({ number, page, label, at, onReplace, onRemove }: Card) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  const name = say({ zh: '第 {n} 页', en: 'Page {n}' }, { n: at + 1 });
  const which = `${label} ${name}`;
  const canBeSeen = page.served !== false && page.scan !== 'failed' && page.scan !== 'infected';
  const onShow = canBeSeen ? () => setShown(true) : null;
  const words = scanWords[page.scan];
  return (
    <li className="page-card">
      <Thumb {...{ number, page, which, onShow }} />
      <div>
        <b>{name}</b>
        <p className="small muted file-name">
          {page.name ?? page.kind.toUpperCase()} · {sizeOf(page.bytes)}
        </p>
        {words && (
          <p className={`caption scan ${page.scan}`}>
            <Icon name={page.scan === 'clean' ? 'shield' : 'warn'} />
            {say(words)}
          </p>
        )}
        <p className="does">
          {onShow && <Does {...{ which }} what={{ zh: '查看', en: 'Look at it' }} onDo={onShow} />}
          <Replace {...{ which, onReplace }} />
          <Does {...{ which }} what={{ zh: '移除', en: 'Remove' }} onDo={onRemove} />
        </p>
      </div>
      {shown && <Preview {...{ number, page }} title={which} onClose={() => setShown(false)} />}
    </li>
  );
}

function Thumb(
  thumb: Pick<Card, 'number' | 'page'> & { readonly which: string; readonly onShow: (() => void) | null },
) {
  const { number, page, which, onShow } = thumb;
  const say = useSay();
  if (onShow === null || page.kind === 'pdf')
    return (
      <span className="thumb">
        <Icon name={onShow ? 'document' : 'lock'} />
      </span>
    );
  return (
    <button type="button" className="thumb" onClick={onShow}>
      <img
        src={fileOfCase(number, page.fileId)}
        alt={say({ zh: '{which}，点开看大图', en: '{which}: look at it' }, { which })}
        loading="lazy"
      />
    </button>
  );
}

/** What can be done with a page, named with the page for whoever does not see where it stands. */
function Does({
  what,
  which,
  onDo,
}: {
  readonly what: Text;
  readonly which: string;
  readonly onDo: () => void;
}) {
  const say = useSay();
  return (
    <button type="button" onClick={onDo}>
      {say(what)}
      <span className="vh"> {which}</span>
    </button>
  );
}

function Replace({ which, onReplace }: Pick<Card, 'onReplace'> & { readonly which: string }) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Does {...{ which }} what={{ zh: '更换', en: 'Replace' }} onDo={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        hidden
        accept={acceptedFiles}
        aria-label={say({ zh: '更换 {which}', en: 'Replace {which}' }, { which })}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onReplace(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

const limbo: Text = {
  zh: '暂时不能确认这个文件安全，先隔离保存，会自动再查；也可以换一个文件',
  en: 'We cannot tell yet whether this file is safe. It is kept apart and scanned again automatically; you can also replace it',
};

const scanWords: Readonly<Record<UploadedPage['scan'], Text | null>> = {
  clean: { zh: '已查毒，没有问题', en: 'Scanned, nothing found' },
  'not-scanned': null,
  failed: limbo,
  infected: {
    zh: '这个文件带有病毒，不能用，请换一个',
    en: 'This file has a virus and cannot be used: replace it',
  },
};
