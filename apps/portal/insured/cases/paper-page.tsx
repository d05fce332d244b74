import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { inEachLanguage, type Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { Choices } from '../../ui/choices.tsx';
import { clerkNote } from '../../ui/clerk-note.ts';
import {
  CommitmentFields,
  commitmentHint,
  noSignature,
  type Signature,
  signatureLacks,
} from '../../ui/commitment.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { FileUpload, type UploadedPage } from '../../ui/file-upload.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { notApplying, notApplyingChoice, whyNotLacks } from '../../ui/not-applying.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useUploads } from '../../ui/use-uploads.ts';
import type { Paper } from './papers-asked.tsx';
import { useStep } from './use-step.ts';

type Papers = Answer<'GET /cases/{number}/papers'>;

/** One paper that is asked for: itself or what will do instead, photographed or chosen, or a commitment signed in its place. */
export function PaperPage() {
  const say = useSay();
  const { number = '', materialId = '' } = useParams();
  const asked = useAsk('GET /cases/{number}/papers', { params: { number } });
  const paper = asked.data?.papers.find((each) => each.materialId === materialId);
  if (asked.data && paper) return <HandIn {...{ number, paper }} papers={asked.data} />;
  return (
    <main id="main" className="narrow">
      {asked.data ? (
        <p>{say({ zh: '这一件不要这份材料。', en: 'This case does not ask for that paper.' })}</p>
      ) : (
        <Asked of={asked}>{() => null}</Asked>
      )}
    </main>
  );
}

interface Handing {
  readonly number: string;
  readonly paper: Paper;
  readonly papers: Papers;
}

function HandIn({ number, paper, papers }: Handing) {
  const say = useSay();
  const { filled, fill, commitment, needsPages, uploads, problems, at, busy, problem, onGo } = useHandingIn({
    ...{ number, paper, papers },
  });
  return (
    <Question
      title={say(paper.text)}
      back={{ to: pageOf.oneCase(number), says: say({ zh: '返回这一件', en: 'Back to the case' }) }}
      problems={problems}
      onward={say({ zh: '提交', en: 'Hand it in' })}
      busy={busy}
      onGo={onGo}
      before={<Why paper={paper} />}
    >
      {(paper.alternatives.length > 0 || paper.onlyFor) && (
        <Which {...{ paper, filled, fill }} problem={at('why-not')} />
      )}
      {needsPages && (
        <FileUpload
          id="pages"
          number={number}
          label={say(documentOf(paper, filled.chosen))}
          pages={filled.pages}
          onPages={(change) => fill(({ pages }) => ({ pages: change(pages) }))}
          problem={at('pages')}
          watch={uploads.watch}
        />
      )}
      {commitment && (
        <CommitmentFields
          {...{ commitment, at }}
          signature={filled.signature}
          onChange={(signature) => fill({ signature })}
        />
      )}
      <ProblemBox problem={problem} />
    </Question>
  );
}

interface Filled {
  /** The paper itself, or what is handed in instead. */
  readonly chosen: string;
  readonly pages: readonly UploadedPage[];
  readonly signature: Signature;
  /** Why it does not apply, where that was chosen. */
  readonly reason: string;
}

type Fill = (change: Partial<Filled> | ((before: Filled) => Partial<Filled>)) => void;

function useHandingIn({ number, paper, papers }: Handing) {
  const say = useSay();
  const navigate = useNavigate();
  const done = () => navigate(pageOf.oneCase(number));
  const upload = useStep('POST /cases/{number}/papers', done);
  const commit = useStep('POST /cases/{number}/commitments', done);
  const without = useStep('POST /cases/{number}/papers/{materialId}/not-applying', done);
  const [filled, setFilled] = useState<Filled>(() => ({
    chosen: paper.materialId,
    // Pages that were sent before, and of which nothing became yet, are offered again.
    pages: papers.loose.filter(({ erased }) => !erased),
    ...{ signature: noSignature, reason: '' },
  }));
  const [lacking, setLacking] = useState<readonly FieldProblem[]>([]);
  const uploads = useUploads(lacking);
  const { problems } = uploads;
  const commitment = paper.alternatives.find(({ id }) => id === filled.chosen)?.commitment ?? null;
  const applies = filled.chosen !== notApplying;
  const needsPages = applies && (commitment === null || commitment.withPaper);
  function onGo(): void {
    const allThere = uploads.allThere();
    const wrong = wrongIn(filled, { signed: commitment !== null, needsPages: needsPages && allThere });
    setLacking(wrong.map(({ field, says }) => ({ field, says: say(says) })));
    if (wrong.length > 0) return;
    if (!applies) {
      const params = { number, materialId: paper.materialId };
      without.take({ params, body: { reason: filled.reason.trim(), seen: papers.seen } });
      return;
    }
    if (!allThere) return;
    const fileIds = needsPages ? filled.pages.map(({ fileId }) => fileId) : [];
    const body = { materialId: filled.chosen, fileIds, seen: papers.seen };
    if (commitment) {
      const signed = {
        version: commitment.version,
        signerName: filled.signature.name.trim(),
        agreed: true,
      } as const;
      commit.take({ params: { number }, body: { ...body, ...signed } });
    } else upload.take({ params: { number }, body });
  }
  const fill: Fill = (change) =>
    setFilled((before) => ({ ...before, ...(typeof change === 'function' ? change(before) : change) }));
  return {
    ...{ filled, fill, commitment, needsPages, uploads, problems, onGo },
    at: (field: string) => problems.find((each) => each.field === field)?.says ?? null,
    busy: upload.busy || commit.busy || without.busy,
    problem: upload.problem ?? commit.problem ?? without.problem,
  };
}

/** What the paper is called that is handed in. */
function documentOf({ text, alternatives }: Paper, chosen: string): Text {
  return alternatives.find(({ id }) => id === chosen)?.text ?? text;
}

/** The paper itself, or one of those that will do instead. */
function Which(of: {
  readonly paper: Paper;
  readonly filled: Filled;
  readonly fill: Fill;
  readonly problem: string | null;
}) {
  const { paper, filled, fill, problem } = of;
  const { chosen, reason } = filled;
  const say = useSay();
  const onReason = (why: string) => fill({ reason: why });
  return (
    <fieldset className="inner">
      <legend>{say({ zh: '交哪一样', en: 'What you hand in' })}</legend>
      <Choices
        name="which"
        of={[
          { id: paper.materialId, label: say(paper.text) },
          ...paper.alternatives.map(({ id, text, commitment }) => ({
            id,
            label: say(text),
            hint: commitment && say(commitmentHint(commitment)),
          })),
          ...notApplyingChoice({ onlyFor: paper.onlyFor, reason, problem, onReason }, say),
        ]}
        chosen={chosen}
        problem={null}
        onChoose={(id) => fill({ chosen: id })}
      />
    </fieldset>
  );
}

/** Why it is asked for, and what was wrong with what was handed in. */
function Why({ paper }: { readonly paper: Paper }) {
  const say = useSay();
  const note = clerkNote(paper);
  return (
    <>
      {paper.why && (
        <p className="note">
          <b>{say(paper.given.at(-1)?.notApplying == null ? paperFailed : reasonFailed)}</b>
          {say(paper.why.text)}
        </p>
      )}
      {note && <p className="note">{say(note)}</p>}
      <p className="caption song">{say(inEachLanguage(paper.legalBasis))}</p>
    </>
  );
}

const paperFailed = { zh: '上次交的不能用：', en: 'What was handed in cannot be used: ' };
const reasonFailed = {
  zh: '上次写的原因没有采用：',
  en: 'The reason that was given was not accepted: ',
};

function wrongIn(
  { chosen, pages, signature, reason }: Filled,
  { signed, needsPages }: { readonly signed: boolean; readonly needsPages: boolean },
): readonly { readonly field: string; readonly says: Text }[] {
  if (chosen === notApplying) return reason.trim() === '' ? [{ field: 'why-not', says: whyNotLacks }] : [];
  const noPage = { zh: '请拍照，或者选择文件', en: 'Take a photograph or choose a file' };
  return [
    ...(needsPages && pages.length === 0 ? [{ field: 'pages', says: noPage }] : []),
    ...(signed ? signatureLacks(signature) : []),
  ];
}
