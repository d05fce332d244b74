import { plainText } from '#platform/typesetting';
import { daysInWords } from './days-in-words.ts';
import type { LetterPage } from './make-page.ts';
import { writesDays } from './versions.ts';

/** The letter as one page of HTML that asks nobody for anything: the same words as on paper, every one of them escaped. */
export function letterHtml(letter: LetterPage): string {
  const { qr } = letter;
  // The picture is ours and no text; everything else is shown as the text that it is.
  const page = plainText({ ...letter, qr: null }).value;
  const zh = page.lang === 'zh';
  const say = (chinese: string, english: string): string => (zh ? chinese : english);
  return `<!doctype html>
<html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${page.title} ${page.number}`)}</title><style>${style}</style></head><body><main>
<header><div><p class="office">${escaped(page.office)}</p><p class="small">${escaped(page.officeBeside)}</p></div>
<p class="small right">${headOf(page, say)}${say('编号', 'Letter')} ${escaped(page.number)}<br>${say('日期', 'Date')} ${escaped(dayOf(page, page.issuedOn))}</p></header>
<h1>${escaped(page.title)}</h1>
${page.copy ? `<p class="small"><strong>${say('副本 · 收到的内容', 'Copy of what was received')}</strong></p>` : ''}
${page.translated ? `<p class="small">${say('译文。以英文原件为准。', 'Translation. The letter was issued in Chinese, and the Chinese text counts.')}</p>` : ''}
${toOf(page, say)}<p>${escaped(page.opening)}</p>
${formOf(page)}${page.rows.length === 0 ? '' : `<dl>${page.rows.map(({ name, value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`}
${amountOf(page, say)}${page.lists.map(listOf).join('')}${clausesOf(page, say)}${remediesOf(page, say)}
<p>${escaped(page.closing)}</p>${notesOf(page)}
${page.copy ? '' : footOf(page, qr, say)}
</main></body></html>
`;
}

type Say = (chinese: string, english: string) => string;

/** Who issued it, and how it is checked. */
function footOf(page: LetterPage, qr: string | null, say: Say): string {
  const { office, issuedOn } = page;
  const check =
    qr === null
      ? say(
          '本件出具时没有可用的签名密钥，不带核验码。请按编号向本机构查询。',
          'No signing key was valid when this was issued, so it bears no code. Ask us by its number.',
        )
      : checkOf(page, say);
  return `<footer>${qr ?? ''}<div><p><strong>${escaped(office)}</strong><br>${escaped(dayOf(page, issuedOn))}</p>
<p class="small">${check}</p></div></footer>`;
}

/** How its code is checked, as it was said when it was issued. */
function checkOf({ templateVersion }: LetterPage, say: Say): string {
  return writesDays(templateVersion)
    ? say(
        '二维码是本机构的数字签名，在本机构网站的“核对文书真假”一页就能核对。',
        'The code is our digital signature; check it on our page “Is this letter genuine?”.',
      )
    : say(
        '二维码是本机构的数字签名，可用 suixing verify-document 离线核验。',
        'The code is our digital signature; suixing verify-document checks it offline.',
      );
}

/** A day as the letter wrote it when it was issued. */
function dayOf({ templateVersion, lang }: LetterPage, day: string): string {
  return writesDays(templateVersion) ? daysInWords(day, lang) : day;
}

/** A form's boxes and tables; what it prints small stands at its end. */
function formOf({ form }: LetterPage): string {
  if (form === null) return '';
  const sections = form.sections.map(
    ({ title, rows }) =>
      `<h2>${escaped(title)}</h2><dl>${rows.map(({ name, value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`,
  );
  const tables = form.tables.map(({ title, columns, rows }) => {
    const head = columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
    const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
    return `<h2>${escaped(title)}</h2><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  });
  return [...sections, ...tables].join('');
}

/** A certificate is about its holder, who stands in the first box. */
function toOf({ kind, to }: LetterPage, say: Say): string {
  return kind === 'insurance-certificate' ? '' : `<p><strong>${escaped(to)}</strong>${say('：', ':')}</p>`;
}

function headOf(page: LetterPage, say: Say): string {
  const { form } = page;
  if (form === null) return '';
  const number = form.reference === null ? '' : `${say('本件编号', 'Number')} ${escaped(form.reference)}<br>`;
  const until =
    form.validUntil === null
      ? ''
      : `${say('有效期至', 'Valid until')} ${escaped(dayOf(page, form.validUntil))}<br>`;
  return `${number}${until}`;
}

function notesOf({ form }: LetterPage): string {
  if (form === null || form.notes.length === 0) return '';
  return `<ol class="small">${form.notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ol>`;
}

function amountOf({ amount }: LetterPage, say: Say): string {
  if (amount === null) return '';
  const [yuan, words] = [escaped(amount.yuan), escaped(amount.words)];
  return `<div class="amount"><p><span>${say('金额（元）', 'Amount (yuan)')}</span><b>¥ ${yuan}</b></p><p><span>${say('人民币大写', 'In Chinese capitals')}</span><strong lang="zh-CN">${words}</strong></p></div>`;
}

function listOf({ title, items }: LetterPage['lists'][number]): string {
  const told = items.map(({ text, note }) => {
    return `<li>${escaped(text)}${note === null ? '' : `<br><span class="small">${escaped(note)}</span>`}</li>`;
  });
  return `<h2>${escaped(title)}</h2><ol>${told.join('')}</ol>`;
}

function clausesOf({ clauses }: LetterPage, say: Say): string {
  if (clauses.length === 0) return '';
  const told = clauses.map(
    ({ citation, says }) =>
      `<p><strong>${escaped(citation)}</strong><br><span class="small">${escaped(says)}</span></p>`,
  );
  return `<h2>${say('依据', 'Legal basis')}</h2>${told.join('')}`;
}

function remediesOf({ remedies }: LetterPage, say: Say): string {
  if (remedies === null) return '';
  const told = remedies.map((sentence) => `<li>${escaped(sentence)}</li>`).join('');
  return `<section class="remedies"><h2>${say('不服本决定怎么办', 'If you do not agree')}</h2><ol>${told}</ol></section>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The product's colours as values; a page stands alone. */
const style = `
:root{color-scheme:light}body{margin:0;background:#F4F6F3;color:#13211C;font:16px/1.65 "Noto Sans","PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
main{max-width:46rem;margin:2rem auto;padding:2.5rem 3rem;background:#fff;border-top:4px solid #0F5B4A}
header,footer,.amount{display:flex;justify-content:space-between;gap:1.5rem;align-items:flex-end}
header{border-bottom:2px solid #0F5B4A;padding-bottom:.6rem}header p{margin:0}.office{font-size:1.4rem;font-weight:700;color:#0A4337}
.small{font-size:.85rem;color:#43524B}.right{text-align:right}h1{font-size:1.7rem;margin:1.8rem 0 1rem}h2{font-size:1.05rem;color:#0A4337;margin:1.6rem 0 .5rem}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;margin:1rem 0;border-top:1px solid #D3DBD5}dt,dd{margin:0;padding:.45rem 0;border-bottom:1px solid #D3DBD5}dt{color:#43524B;padding-right:1.5rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #D3DBD5;padding:.4rem .6rem;text-align:left;font-weight:400}th{background:#EEF4F1;color:#43524B}
.amount{background:#E0EEE7;padding:.9rem 1.2rem;margin:1.2rem 0;flex-wrap:wrap}.amount p{margin:0}.amount span{display:block;font-size:.85rem;color:#43524B}.amount b{font-size:1.6rem;color:#0A4337}
.remedies{background:#EEF4F9;border-left:4px solid #1C5381;padding:.8rem 1.2rem;margin:1.6rem 0}.remedies h2{color:#1C5381;margin-top:0}ol{padding-left:1.4rem;margin:0}li{margin:.4rem 0}
footer{margin-top:2rem}footer svg{width:9.5rem;flex:none}footer div{flex:1}
@media print{body{background:#fff}main{margin:0;max-width:none;padding:0;border:0}}@media(max-width:40rem){main{margin:0;padding:1.5rem 1.2rem}header,footer{flex-direction:column;align-items:flex-start}.right{text-align:left}}
`.replaceAll('\n', '');
