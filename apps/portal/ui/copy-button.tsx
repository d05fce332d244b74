import { useState } from 'react';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';

/** Copies a text; says so to eyes and ears. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <button
        type="button"
        className="btn wide"
        onClick={async () => {
          await copy(text);
          setCopied(true);
        }}
      >
        <Icon name={copied ? 'tick' : 'copy'} />
        {copied ? say({ zh: '已复制，可以粘贴了', en: 'Copied. You can paste it now' }) : label}
      </button>
      <span className="vh" role="status">
        {copied && say({ zh: '已复制', en: 'Copied' })}
      </span>
    </>
  );
}

/** Where the clipboard is not to be had (a page without HTTPS), the old way. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
