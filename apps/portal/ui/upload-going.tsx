import type { Text } from '#basics';
import { Icon } from './icons.tsx';
import { wrongKind } from './kind-of-file.ts';
import { useSay } from './language.tsx';
import { sizeOf, type WrongFile } from './send-file.ts';
import { mayGoAgain, type OnItsWay } from './upload-queue.ts';
import { fieldOf } from './use-uploads.ts';

/** A file that is not there yet: how far it is, or why it stopped and what to do. */
export function GoingFile({
  item,
  onAgain,
  onDrop,
}: {
  readonly item: OnItsWay;
  readonly onAgain: () => void;
  readonly onDrop: () => void;
}) {
  const say = useSay();
  const { file, is, sent, problem, wrong } = item;
  const { name } = file;
  const again = mayGoAgain(item);
  const percent = Math.round(sent * 100);
  return (
    <li className={is === 'stopped' || is === 'wrong' ? 'page-card stopped' : 'page-card'}>
      <span className="thumb">
        <Icon name={is === 'stopped' || is === 'wrong' ? 'warn' : 'clock'} />
      </span>
      <div>
        <b className="file-name">{name}</b>
        {wrong === null && (
          <p className="small muted">
            {is === 'going' && sent >= 1
              ? say({ zh: '已传到，正在检查……', en: 'Uploaded; being checked…' })
              : `${sizeOf(file.size * sent)} / ${sizeOf(file.size)}`}
          </p>
        )}
        {is === 'going' && <progress max={100} value={percent} aria-label={name} />}
        {(wrong || problem) && (
          <p className="small why" role="alert">
            {wrong && say(wrong === 'wrong-kind' ? wrongKind(file) : wrongWords[wrong])}
            {problem &&
              say(
                { zh: '{detail}{next}', en: '{detail} {next}' },
                { detail: say(problem.detail), next: say(problem.next) },
              )}
          </p>
        )}
        <p className="does">
          {again && (
            <button type="button" id={fieldOf(item.key)} onClick={onAgain}>
              {say({ zh: '再传一次', en: 'Send again' })}
              <span className="vh"> {name}</span>
            </button>
          )}
          <button type="button" id={again ? undefined : fieldOf(item.key)} onClick={onDrop}>
            {say(
              is === 'going' || is === 'waiting'
                ? { zh: '取消', en: 'Cancel' }
                : { zh: '移除', en: 'Remove' },
            )}
            <span className="vh"> {name}</span>
          </button>
        </p>
      </div>
    </li>
  );
}

const wrongWords: Readonly<Record<Exclude<WrongFile, 'wrong-kind'>, Text>> = {
  'too-large': {
    zh: '这个文件超过 20 MB。拍照时选小一点的尺寸，或者分成几个文件再传。',
    en: 'This file is larger than 20 MB. Take a smaller picture, or send it as several files.',
  },
  empty: { zh: '这是个空文件，请重新选择。', en: 'This file is empty: choose it again.' },
};
