import { useMemo, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { citation } from '#law';
import { Choices } from '../../ui/choices.tsx';
import { FileUpload, type UploadedPage } from '../../ui/file-upload.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { notApplying, notApplyingChoice, whyNotLacks } from '../../ui/not-applying.tsx';
import { Question } from '../../ui/question.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { sentence } from '../../ui/sentence.ts';
import { type Uploads, useUploads } from '../../ui/use-uploads.ts';
import { useDraft } from './draft.tsx';
import { type Entry, entryFor, type Paper, withEntry } from './drafted.ts';
import { useGrounds } from './on-record.ts';

/** One paper: why it is asked for, what else will do, and its pages. */
export function PaperPage() {
  const { materialId } = useParams();
  const { draft, papers } = useDraft();
  const paper = papers.find((each) => each.materialId === materialId);
  return paper ? <OnePaper paper={paper} /> : <Navigate to={pageOf.applying(draft.draftId)} replace />;
}

function OnePaper({ paper }: { readonly paper: Paper }) {
  const say = useSay();
  const { draft, autosave, state } = useDraft();
  const { chosen, choose, go, reason, onReason, uploads, wrong, says } = useOnePaper(paper);
  return (
    <Question
      title={sentence(say(paper.text))}
      back={{ to: pageOf.applying(draft.draftId), says: say({ zh: '返回', en: 'Back' }) }}
      problems={uploads.problems}
      onGo={go}
      before={<Why paper={paper} />}
      after={<SavedLine of={autosave} state={state} />}
    >
      <Choices
        name="paper"
        of={offered(paper).map(({ id, text }) => ({
          ...{ id, label: sentence(say(text)) },
          more: (
            <Pages
              key={id}
              {...{ paper, watch: uploads.watch }}
              label={sentence(say(id === paper.materialId ? paper.text : text))}
              problem={wrong === 'no-page' ? says : null}
            />
          ),
        }))}
        {...{ chosen }}
        problem={wrong === 'choose' ? says : null}
        onChoose={choose}
      />
      <Choices
        name="paper"
        of={[
          ...notApplyingChoice(
            {
              ...{ onlyFor: paper.onlyFor, reason, onReason },
              problem: wrong === 'no-reason' ? says : null,
            },
            say,
          ),
          {
            id: 'later',
            label: say({ zh: '现在手边没有，以后再交', en: 'I do not have it now; I will send it later' }),
            hint: say(whenLater),
          },
        ]}
        {...{ chosen }}
        problem={null}
        onChoose={choose}
      />
    </Question>
  );
}

/** Which document it is, what is wrong on the page, and whether everything that was chosen has arrived. */
function useOnePaper(paper: Paper) {
  const say = useSay();
  const navigate = useNavigate();
  const { draft, autosave, content } = useDraft();
  const [found, setWrong] = useState<keyof typeof wrongWords | null>(null);
  const entry = entryFor(content, paper);
  const wrong = found === 'no-page' && entry?.fileIds?.length ? null : found;
  const says = wrong && say(wrongWords[wrong]);
  const field = wrong === null ? '' : fieldOf(wrong, paper);
  const lacking = useMemo(() => (says ? [{ field, says }] : []), [field, says]);
  const uploads = useUploads(lacking);
  const chosen = entry && chosenIn(entry);
  const reason = entry?.notApplying?.reason ?? '';
  const write = (next: Entry | null) => autosave.write(withEntry(autosave.content(), paper, next));
  function choose(id: string): void {
    setWrong(null);
    const { materialId } = paper;
    const fileIds = entry?.fileIds ?? [];
    const without = { materialId, fileIds, notApplying: { reason } };
    if (id === 'later') write({ materialId, fileIds, later: true });
    else write(id === notApplying ? without : { materialId: id, fileIds });
  }
  function onReason(why: string): void {
    setWrong(null);
    write({ materialId: paper.materialId, fileIds: entry?.fileIds ?? [], notApplying: { reason: why } });
  }
  function go(): void {
    const allThere = uploads.allThere();
    const lacks = lackingOf(entry);
    // A page that is still on its way is told as such, and not as if none was chosen.
    const told = lacks === 'no-page' && !allThere ? null : lacks;
    setWrong(told);
    if (told === null && allThere) navigate(pageOf.applying(draft.draftId));
  }
  return { chosen, choose, go, reason, onReason, uploads, wrong, says };
}

function chosenIn({ materialId, later, notApplying: without }: Entry): string {
  return later ? 'later' : without ? notApplying : materialId;
}

function lackingOf(entry: Entry | null): keyof typeof wrongWords | null {
  if (entry === null) return 'choose';
  if (entry.later) return null;
  if (entry.notApplying) return entry.notApplying.reason.trim() === '' ? 'no-reason' : null;
  return entry.fileIds?.length ? null : 'no-page';
}

/** To which field an error leads. */
function fieldOf(wrong: keyof typeof wrongWords, { materialId }: Paper): string {
  return { choose: `paper-${materialId}`, 'no-page': 'pages', 'no-reason': 'why-not' }[wrong];
}

/** Itself, and what else will do. */
function offered({ materialId, text, alternatives }: Paper) {
  const others = alternatives.filter(({ commitment }) => commitment === null);
  return [{ id: materialId, text: others.length > 0 ? text : sendNow }, ...others];
}

function Why({ paper: { materialId, alternatives, why } }: { readonly paper: Paper }) {
  const say = useSay();
  const { content } = useDraft();
  const ground = useGrounds().grounds?.find(({ id }) => id === content.ground);
  const rule = ground?.materials.find(({ material }) => material.id === materialId);
  const basis = rule?.basis.map((clause) => say(citation(clause))).join(say({ zh: '、', en: '; ' }));
  return (
    <div className="why-asked">
      {why && <p>{say(why.text)}</p>}
      {alternatives.length > 0 && (
        <p className="help">{say({ zh: '下面任选一样就行。', en: 'Any one of these will do.' })}</p>
      )}
      {basis && (
        <p className="law">
          {say({ zh: '为什么要交：{basis}', en: 'Why it is asked for: {basis}' }, { basis })}
        </p>
      )}
    </div>
  );
}

function Pages(of: {
  readonly paper: Paper;
  /** What the document is called that is sent. */
  readonly label: string;
  readonly problem: string | null;
  readonly watch: Uploads['watch'];
}) {
  const { paper, label, problem, watch } = of;
  const { number, autosave, content, files, addFile } = useDraft();
  const entry = entryFor(content, paper);
  const pages = (entry?.fileIds ?? []).flatMap((fileId) => files.get(fileId) ?? []);
  function change(to: (before: readonly UploadedPage[]) => readonly UploadedPage[]): void {
    // What is on its way may come when the page is another one: it goes by what is written then.
    const now = entryFor(autosave.content(), paper) ?? { materialId: paper.materialId };
    const known = (now.fileIds ?? []).map((fileId) => files.get(fileId) ?? lookedUp(fileId));
    const next = to(known);
    for (const page of next) if (!files.has(page.fileId)) addFile(page);
    const fileIds = next.map(({ fileId }) => fileId);
    autosave.write(withEntry(autosave.content(), paper, { ...now, fileIds }));
  }
  return <FileUpload id="pages" {...{ number, pages, label, problem, watch }} onPages={change} />;
}

/** A file that was sent a moment ago and is not listed yet. */
function lookedUp(fileId: string): UploadedPage {
  return { fileId, kind: 'jpeg', bytes: 0, scan: 'not-scanned', name: null };
}

const sendNow = { zh: '现在就拍照或上传', en: 'Send it now' };
const whenLater = {
  zh: '可以先提交。审核时会一次告诉您要补哪些；等材料的时间不算在办理时限里',
  en: 'You can hand the application in. You are asked for it once, and the time you take is not counted',
};
const wrongWords = {
  'no-reason': whyNotLacks,
  choose: { zh: '请选一样，或者选“以后再交”', en: 'Choose one, or choose to send it later' },
  'no-page': {
    zh: '请至少传一页，或者选“以后再交”',
    en: 'Send at least one page, or choose to send it later',
  },
} as const;
