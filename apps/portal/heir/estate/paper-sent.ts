import type { Text } from '#basics';
import { type CommitmentOffered, type Signature, signatureLacks } from '../../ui/commitment.tsx';
import type { UploadedPage } from '../../ui/file-upload.tsx';
import { notApplying, whyNotLacks } from '../../ui/not-applying.tsx';
import type { Paper } from './estate.tsx';

/** What is chosen and filled in for one paper. */
export interface PaperFilled {
  /** The paper itself, or what is handed in instead. */
  readonly chosen: string;
  readonly pages: readonly UploadedPage[];
  readonly signature: Signature;
  /** Why it does not apply, where that was chosen. */
  readonly reason: string;
}

/** The commitment that is signed with what was chosen; null where none is, and none is offered that the rule does not name. */
export function commitmentOf(
  paper: Pick<Paper, 'alternatives'>,
  { chosen }: Pick<PaperFilled, 'chosen'>,
): CommitmentOffered | null {
  return paper.alternatives.find(({ id }) => id === chosen)?.commitment ?? null;
}

/** What is still lacking of it. */
export function lackingOf(
  { chosen, pages, signature, reason }: PaperFilled,
  commitment: CommitmentOffered | null,
): readonly { readonly field: string; readonly says: Text }[] {
  if (chosen === notApplying) return reason.trim() === '' ? [{ field: 'why-not', says: whyNotLacks }] : [];
  const needsPages = commitment === null || commitment.withPaper;
  return [
    ...(needsPages && pages.length === 0 ? [{ field: 'pages', says: noPage }] : []),
    ...(commitment === null ? [] : signatureLacks(signature)),
  ];
}

/** As the API takes a paper, and, where one is signed, its commitment. */
export function sentOf(filled: PaperFilled, commitment: CommitmentOffered | null) {
  const { chosen, pages, signature } = filled;
  const needsPages = commitment === null || commitment.withPaper;
  const paper = { materialId: chosen, fileIds: needsPages ? pages.map(({ fileId }) => fileId) : [] };
  if (commitment === null) return { paper, signed: null };
  const { version } = commitment;
  return { paper, signed: { ...paper, version, signerName: signature.name.trim(), agreed: true as const } };
}

const noPage: Text = { zh: '请拍照或选择文件', en: 'Add a picture or a file' };
