import { createHash } from 'node:crypto';
import type { Text } from '#basics';
import type { FileStore } from '#platform/files';
import type { BrokenRow, Proof, ProofResult, Reader } from '#platform/postgres';
import { referenceOf } from './hand-in-paper.ts';
import { handedIn, verdictsUnlikeSteps } from './proofs.store.ts';
import { leftOvers, oneDayAgo } from './sweep-files.ts';
import { type FileKey, filesAfter, firstFile, type StoredFileRow } from './upkeep.store.ts';

/** What `suixing verify` proves about papers. No key is needed: every file is named by the hash of what lies there. */
export function materialsProofs(files: FileStore): readonly Proof[] {
  return [
    {
      name: 'materials.files-whole',
      text: wholeText,
      run: (reader, progress) => proveFiles(reader, { files, progress }),
    },
    { name: 'materials.pages-as-handed-in', text: pagesText, run: provePages },
    { name: 'materials.verdicts-are-steps', text: verdictText, run: proveVerdicts },
    { name: 'materials.nothing-left-over', text: leftText, run: (reader) => proveNothingLeft(reader, files) },
  ];
}

const wholeText: Text = {
  zh: '每个登记的材料文件都在，内容与其摘要一致',
  en: 'Every file on record is there, and its bytes hash to its name',
};
const pagesText: Text = {
  zh: '每份上传的材料的各页与提交时记下的摘要一致',
  en: 'The pages of every uploaded paper are those that its case says were handed in',
};
const verdictText: Text = {
  zh: '每个核对结论都对应办理经过中的一步',
  en: 'Every verdict on a paper is a step of its case, by the same officer',
};
const leftText: Text = {
  zh: '文件夹里没有超过一天的无主文件或半截文件',
  en: 'Nothing older than a day lies in the folder without a record, or half written',
};

interface Proving {
  readonly files: FileStore;
  readonly progress: (rows: bigint) => void;
}

async function proveFiles(reader: Reader, { files, progress }: Proving): Promise<ProofResult> {
  const broken: BrokenRow[] = [];
  let after: FileKey = firstFile;
  let rows = 0n;
  let bytes = 0n;
  for (;;) {
    const page = await filesAfter(reader, after, 200);
    const last = page.at(-1);
    if (!last) return { rows, figures: { files: rows, bytes }, broken: broken.slice(0, 100) };
    for (const row of page) {
      const why = await whatIsWrong(files, row);
      if (why) broken.push({ row: `${row.ownerId}/${row.fileId}`, why });
      rows += 1n;
      bytes += BigInt(row.storedBytes);
      progress(rows);
    }
    after = last;
  }
}

async function whatIsWrong(
  files: FileStore,
  { storedName, storedBytes }: StoredFileRow,
): Promise<Text | null> {
  const length = await files.lengthOf(storedName);
  if (length === null) return { zh: `文件 ${storedName} 不见了`, en: `the file ${storedName} is not there` };
  const hash = createHash('sha256');
  for await (const piece of files.open(storedName)) hash.update(piece);
  if (length === storedBytes && hash.digest('hex') === storedName) return null;
  return {
    zh: `文件 ${storedName} 的内容被改动过`,
    en: `the bytes of the file ${storedName} are others than were stored`,
  };
}

async function provePages(reader: Reader, progress: (rows: bigint) => void): Promise<ProofResult> {
  const broken: BrokenRow[] = [];
  let rows = 0n;
  for (let after = ''; ; ) {
    const page = await handedIn(reader, after, 500);
    const last = page.at(-1);
    if (!last) return { rows, figures: { papers: rows }, broken: broken.slice(0, 100) };
    for (const { row, reference, names } of page) {
      // A commitment's mark may stand before it.
      const own = reference.split('+').at(-1);
      if (own !== referenceOf(names.map((storedName) => ({ storedName }))))
        broken.push({ row, why: otherPages });
    }
    rows += BigInt(page.length);
    progress(rows);
    after = last.row;
  }
}

const otherPages: Text = {
  zh: '各页与办理经过中记下的不同',
  en: 'its pages are others than the case says',
};

async function proveVerdicts(reader: Reader, progress: (rows: bigint) => void): Promise<ProofResult> {
  const { rows, broken } = await verdictsUnlikeSteps(reader);
  progress(rows);
  return { rows, figures: { verdicts: rows }, broken: broken.map((row) => ({ row, why: noStep })) };
}

const noStep: Text = { zh: '结论与办理经过不符', en: 'its verdicts are not the steps of its case' };

async function proveNothingLeft(reader: Reader, files: FileStore): Promise<ProofResult> {
  const broken: BrokenRow[] = [];
  for await (const { name, bytes, draft } of leftOvers(reader, { files, olderThan: oneDayAgo() })) {
    if (broken.length < 100) broken.push({ row: name, why: draft ? half(bytes) : nobodys(bytes) });
  }
  let lying = 0n;
  for await (const _file of files.list()) lying += 1n;
  return { rows: lying + BigInt(broken.length), figures: { lying }, broken };
}

function half(bytes: number): Text {
  return { zh: `没有写完的文件，${bytes} 字节`, en: `was never finished, ${bytes} bytes` };
}

function nobodys(bytes: number): Text {
  return { zh: `没有登记的文件，${bytes} 字节`, en: `no record names it, ${bytes} bytes` };
}
