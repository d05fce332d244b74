import type { Text } from '#basics';
import { type Say, useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import { howItEnds, objectedBefore } from './answers.ts';
import type { Seen } from './link.tsx';

/** Why somebody does not agree, and whose share is in dispute. */
export interface Objection {
  readonly reasons: readonly string[];
  readonly note: string;
  readonly disputes: readonly string[];
}

export const noReason: Objection = { reasons: [], note: '', disputes: [] };

const reasons: readonly { readonly id: string; readonly text: Text }[] = [
  { id: 'share', text: { zh: '份额不对', en: 'The shares are not right' } },
  { id: 'heir', text: { zh: '还有别的继承人', en: 'There is another heir' } },
  { id: 'will', text: { zh: '有遗嘱或协议', en: 'There is a will or an agreement' } },
];

/** As the officers read it; null where nothing was chosen or written. */
export function reasonWritten({ reasons: chosen, note }: Objection, say: Say): string | null {
  const parts = reasons.filter(({ id }) => chosen.includes(id)).map(({ text }) => say(text));
  const all = [...parts, ...(note.trim() === '' ? [] : [note.trim()])];
  return all.length === 0 ? null : all.join(say({ zh: '；', en: '; ' }));
}

export function ObjectionFields(fields: {
  readonly seen: Seen;
  readonly objection: Objection;
  readonly problemAt: (field: string) => string | null;
  readonly onChange: (objection: Objection) => void;
}) {
  const { seen, objection, problemAt, onChange } = fields;
  const say = useSay();
  const toggled = (all: readonly string[], id: string) =>
    all.includes(id) ? all.filter((one) => one !== id) : [...all, id];
  const before = objectedBefore(seen);
  return (
    <>
      {before && <p className="calm">{say(before)}</p>}
      <Checks
        id="disputed"
        legend={say({ zh: '有争议的是哪一份？（可多选）', en: 'Which share is in dispute?' })}
        problem={problemAt('disputed')}
        of={seen.shares.map(({ successorId, yours, relation, share }) => ({
          id: successorId,
          label: `${yours ? say({ zh: '您的一份', en: 'Yours' }) : sentence(say(relation))} ${share}`,
        }))}
        chosen={objection.disputes}
        onToggle={(id) => onChange({ ...objection, disputes: toggled(objection.disputes, id) })}
      />
      <Checks
        id="why"
        legend={say({ zh: '为什么不同意？（可多选）', en: 'Why do you not agree?' })}
        problem={problemAt('why')}
        of={reasons.map(({ id, text }) => ({ id, label: say(text) }))}
        chosen={objection.reasons}
        onToggle={(id) => onChange({ ...objection, reasons: toggled(objection.reasons, id) })}
      />
      <div className="entry-field">
        <label htmlFor="note">{say({ zh: '其他，我来写', en: 'Another reason, in your words' })}</label>
        <p className="help" id="note-help">
          {say({
            zh: '只给经办人员看，家人看不到；不要写证件号码和账号',
            en: 'Only officers read it, not your family. Do not write identity or account numbers',
          })}
        </p>
        <textarea
          id="note"
          maxLength={400}
          value={objection.note}
          aria-describedby="note-help"
          onChange={({ currentTarget }) => onChange({ ...objection, note: currentTarget.value })}
        />
      </div>
      <Afterwards />
    </>
  );
}

function Afterwards() {
  const say = useSay();
  return (
    <section className="calm">
      <h2>{say({ zh: '您提出异议以后', en: 'After you have objected' })}</h2>
      <ol className="numbered">
        <li>
          {say({
            zh: '有争议的那一份先留着，谁也领不走；其他人照常领。',
            en: 'The share in dispute is kept back and paid to nobody; the others are paid.',
          })}
        </li>
        <li>
          {say({
            zh: '家人会知道有人提出异议；您写的原因只给经办人员看。',
            en: 'Your family sees that somebody objects. Only officers read your reasons.',
          })}
        </li>
        <li>{say(howItEnds)}</li>
      </ol>
    </section>
  );
}

function Checks(checks: {
  readonly id: string;
  readonly legend: string;
  readonly problem: string | null;
  readonly of: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
}) {
  const { id, legend, problem, of, chosen, onToggle } = checks;
  const told = problem === null ? undefined : `${id}-problem`;
  return (
    <fieldset className="inner" aria-describedby={told}>
      <legend>{legend}</legend>
      {problem !== null && (
        <p className="problem" id={told}>
          {problem}
        </p>
      )}
      {of.map((one, at) => (
        <label key={one.id} className="check-opt">
          <input
            type="checkbox"
            id={at === 0 ? id : `${id}-${one.id}`}
            checked={chosen.includes(one.id)}
            onChange={() => onToggle(one.id)}
          />
          <span>{one.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
