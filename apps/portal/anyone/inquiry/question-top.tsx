import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { back, countWords } from './asking-words.ts';

interface Where {
  /** Counted from 1, and the most that can come. */
  readonly step: number;
  readonly of: number;
  /** Null on the first page, which goes back to the home page. */
  readonly onBack: (() => void) | null;
}

/** The way back, and how far somebody is. */
export function Top({ step, of, onBack }: Where) {
  const say = useSay();
  return (
    <div className="top">
      <BackLink onBack={onBack} />
      <p className="count">
        {say(...countWords({ step, of }))}
        <Steps step={step} of={of} />
      </p>
    </div>
  );
}

function BackLink({ onBack }: Pick<Where, 'onBack'>) {
  const say = useSay();
  const language = useLanguage();
  const words = (
    <>
      <Icon name="back" />
      {say(back)}
    </>
  );
  if (onBack === null)
    return (
      <a className="back" href={`/${language}/`}>
        {words}
      </a>
    );
  return (
    <button type="button" className="back" onClick={onBack}>
      {words}
    </button>
  );
}

function Steps({ step, of }: Pick<Where, 'step' | 'of'>) {
  return (
    <span className="steps" aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: each is its place and nothing else
        <i key={at} className={at < step ? 'on' : ''} />
      ))}
    </span>
  );
}
