import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { Choices } from '../../ui/choices.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { FileUpload, type UploadedPage } from '../../ui/file-upload.tsx';
import { Heading } from '../../ui/heading.tsx';
import { type Language, useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useUploads } from '../../ui/use-uploads.ts';
import { type EstateSeen, type Paper, useAskedAgain, WithEstate } from './estate.tsx';

/** One paper of the case: which document it is, and its pages. */
export function PaperPage() {
  const { material = '' } = useParams();
  return (
    <WithEstate>
      {(seen) => {
        const paper = seen.papers.find(({ materialId }) => materialId === material);
        return paper ? <One {...{ seen, paper }} key={material} /> : <NotAsked seen={seen} />;
      }}
    </WithEstate>
  );
}

function NotAsked({ seen }: { readonly seen: EstateSeen }) {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.estate(seen.number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '材料', en: 'Papers' })}</Heading>
      <p>{say({ zh: '这一样不用交。', en: 'This paper is not asked for.' })}</p>
    </main>
  );
}

function One({ seen, paper }: { readonly seen: EstateSeen; readonly paper: Paper }) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const language = useLanguage();
  const [chosen, setChosen] = useState(paper.materialId);
  const [pages, setPages] = useState<readonly UploadedPage[]>(() => pagesOf(paper));
  const [lacking, setLacking] = useState<readonly FieldProblem[]>([]);
  const uploads = useUploads(lacking);
  const { problems } = uploads;
  const { send, busy, problem } = useWrite('POST /cases/{number}/papers', async () => {
    await again();
    await navigate(pageOf.estate(seen.number));
  });
  const documents = [
    { id: paper.materialId, text: paper.text },
    ...paper.alternatives.filter(({ commitment }) => commitment === null || commitment.withPaper),
  ];
  const label = documents.find(({ id }) => id === chosen)?.text ?? paper.text;
  function go(): void {
    const allThere = uploads.allThere();
    const lacks = allThere && pages.length === 0;
    setLacking(lacks ? [{ field: 'pages', says: say(addOne) }] : []);
    if (lacks || !allThere) return;
    const fileIds = pages.map(({ fileId }) => fileId);
    send({ params: { number: seen.number }, body: { materialId: chosen, fileIds } });
  }
  return (
    <Question
      title={say(paper.text)}
      help={paper.why ? say(paper.why.text) : undefined}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      onward={say({ zh: '交上去', en: 'Hand it in' })}
      onGo={go}
      before={<p className="caption song">{basisIn(language, paper.legalBasis)}</p>}
      after={<ProblemBox problem={problems.length === 0 ? problem : null} />}
    >
      {documents.length > 1 && (
        <Choices
          name="document"
          of={documents.map(({ id, text }) => ({ id, label: say(text) }))}
          chosen={chosen}
          problem={null}
          onChoose={setChosen}
        />
      )}
      <FileUpload
        id="pages"
        number={seen.number}
        label={say(label)}
        {...{ pages }}
        onPages={(change) => setPages(change)}
        problem={lacking[0]?.says ?? null}
        watch={uploads.watch}
      />
    </Question>
  );
}

const addOne = { zh: '请拍照或选择文件', en: 'Add a picture or a file' };

/** It is told in both languages, one after the other. */
function basisIn(language: Language, basis: string): string {
  const [zh = basis, en = zh] = basis.split(' · ');
  return language === 'zh' ? zh : en;
}

/** The pages that were handed in last, to be looked at and added to. */
function pagesOf({ given }: Paper): readonly UploadedPage[] {
  return (given.at(-1)?.pages ?? []).map(({ fileId, kind, bytes, scan, name, served }) => ({
    ...{ fileId, kind, bytes, scan, name, served },
    ...{ removed: [], known: true },
  }));
}
