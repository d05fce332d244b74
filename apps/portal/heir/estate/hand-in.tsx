import { useState } from 'react';
import { useNavigate } from 'react-router';
import { inEachLanguage } from '#basics';
import { useWrite } from '../../ui/asking.ts';
import { Choices } from '../../ui/choices.tsx';
import { clerkNote } from '../../ui/clerk-note.ts';
import { CommitmentFields, commitmentHint, noSignature } from '../../ui/commitment.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { FileUpload, type UploadedPage } from '../../ui/file-upload.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { notApplying, notApplyingChoice } from '../../ui/not-applying.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useUploads } from '../../ui/use-uploads.ts';
import { type EstateSeen, type Paper, useAskedAgain } from './estate.tsx';
import { commitmentOf, lackingOf, type PaperFilled, sentOf } from './paper-sent.ts';

interface Handing {
  /** The case to whose page it goes back. */
  readonly seen: EstateSeen;
  /** The case that asks for the paper: this one, or the notice of the death. */
  readonly number: string;
  readonly paper: Paper;
}

/** What is filled in for one paper, and its handing in, signed where a commitment stands for it. */
function useHandingIn({ seen, number, paper }: Handing) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const [filled, setFilled] = useState<PaperFilled>(() => ({
    ...{ chosen: paper.materialId, pages: pagesOf(paper), signature: noSignature, reason: '' },
  }));
  const [lacking, setLacking] = useState<readonly FieldProblem[]>([]);
  const uploads = useUploads(lacking);
  const { problems } = uploads;
  async function done(): Promise<void> {
    await again();
    await navigate(pageOf.estate(seen.number));
  }
  const upload = useWrite('POST /cases/{number}/papers', done);
  const commit = useWrite('POST /cases/{number}/commitments', done);
  const without = useWrite('POST /cases/{number}/papers/{materialId}/not-applying', done);
  const commitment = commitmentOf(paper, filled);
  return {
    ...{ filled, commitment, problems, watch: uploads.watch },
    fill: (change: Partial<PaperFilled>) => setFilled((before) => ({ ...before, ...change })),
    /** What is on its way may come after something else was chosen. */
    fillPages: (change: (before: readonly UploadedPage[]) => readonly UploadedPage[]) =>
      setFilled((before) => ({ ...before, pages: change(before.pages) })),
    problemAt: (field: string) => problems.find((one) => one.field === field)?.says ?? null,
    busy: upload.busy || commit.busy || without.busy,
    problem: problems.length === 0 ? (upload.problem ?? commit.problem ?? without.problem) : null,
    go(): void {
      const allThere = uploads.allThere();
      // A page that is still on its way, or did not come, is told as such, and not as if none was chosen.
      const lacks = lackingOf(filled, commitment)
        .filter(({ field }) => allThere || field !== 'pages')
        .map(({ field, says }) => ({ field, says: say(says) }));
      setLacking(lacks);
      if (lacks.length > 0) return;
      if (filled.chosen === notApplying) {
        const params = { number, materialId: paper.materialId };
        without.send({ params, body: { reason: filled.reason.trim() } });
        return;
      }
      if (!allThere) return;
      const sent = sentOf(filled, commitment);
      if (sent.signed) commit.send({ params: { number }, body: sent.signed });
      else upload.send({ params: { number }, body: sent.paper });
    },
  };
}

/** One paper: which document it is, its pages, and the commitment where one is signed in its place. */
export function HandIn({ seen, number, paper }: Handing) {
  const say = useSay();
  const language = useLanguage();
  const handing = useHandingIn({ seen, number, paper });
  const { filled, fill, fillPages, commitment, problems, problemAt, busy, problem, watch, go } = handing;
  const documents = [{ id: paper.materialId, text: paper.text, commitment: null }, ...paper.alternatives];
  const label = documents.find(({ id }) => id === filled.chosen)?.text ?? paper.text;
  const note = clerkNote(paper);
  const why = { reason: filled.reason, problem: problemAt('why-not') };
  const onReason = (reason: string) => fill({ reason });
  const without = notApplyingChoice({ onlyFor: paper.onlyFor, ...why, onReason }, say);
  return (
    <Question
      title={say(paper.text)}
      help={paper.why ? `${say(paper.why.text)}${note ? ` ${say(note)}` : ''}` : undefined}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      onward={say(commitment ? { zh: '签好并提交', en: 'Sign and hand it in' } : handItIn)}
      onGo={go}
      before={<p className="caption song">{inEachLanguage(paper.legalBasis)[language]}</p>}
      after={<ProblemBox problem={problem} />}
    >
      {documents.length + without.length > 1 && (
        <Choices
          name="document"
          of={[
            ...documents.map(({ id, text, commitment: signed }) => ({
              ...{ id, label: say(text), hint: signed && say(commitmentHint(signed)) },
            })),
            ...without,
          ]}
          chosen={filled.chosen}
          problem={null}
          onChoose={(chosen) => fill({ chosen })}
        />
      )}
      {filled.chosen !== notApplying && (commitment === null || commitment.withPaper) && (
        <FileUpload
          id="pages"
          {...{ number }}
          label={say(commitment ? proofOfKinship : label)}
          pages={filled.pages}
          onPages={fillPages}
          problem={problemAt('pages')}
          {...{ watch }}
        />
      )}
      {commitment && (
        <CommitmentFields
          {...{ commitment }}
          signature={filled.signature}
          onChange={(signature) => fill({ signature })}
          at={problemAt}
        />
      )}
    </Question>
  );
}

const handItIn = { zh: '交上去', en: 'Hand it in' };
const proofOfKinship = { zh: '亲属关系证明', en: 'The proof of kinship' };

/** The pages that were handed in last, to be looked at and added to. */
function pagesOf({ given }: Paper): readonly UploadedPage[] {
  return (given.at(-1)?.pages ?? []).map(({ fileId, kind, bytes, scan, name, served }) => ({
    ...{ fileId, kind, bytes, scan, name, served },
    ...{ removed: [], known: true },
  }));
}
