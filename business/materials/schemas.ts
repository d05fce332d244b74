import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { told } from '#platform/http';
import { type RejectReason, rejectReasonCodes } from './reasons.ts';

/** What the operations take and answer; a success carries nothing that is not declared here. */

const text = z.object({ zh: z.string(), en: z.string() });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }))
  .transform((on) => on as PlainDate); // refined on the line before
const kind = z.enum(['pdf', 'jpeg', 'png']);
const scan = z
  .enum(['clean', 'infected', 'failed', 'not-scanned'])
  .describe(
    '扫描结果：无毒、有毒、扫描失败（隔离）、未扫描 / clean, infected, failed (in quarantine), not scanned',
  );
const materialId = z
  .string()
  .max(64)
  .describe(
    '材料清单里的编号，或者替代材料的编号 / its id on the list of papers, or of what may be brought instead',
  );
const fileIds = z
  .array(z.string().regex(/^fil_[0-9a-z]{26}$/))
  .max(40)
  .describe('已上传的文件，按页序 / uploaded files, in the order of the pages');

const seen = z
  .int()
  .min(0)
  .optional()
  .describe(
    '您看到时已有几步；之后又有变化则不办 / how many steps the case had when you read it; refused where more happened since',
  );

const numberField = z
  .string()
  .max(40)
  .describe('办理编号 / case number')
  .meta({ example: 'SZ-2026-7K3M9-QX2TB-04GHE' });

export const number = z.object({ number: numberField });
export const file = z.object({ number: numberField, fileId: z.string().regex(/^fil_[0-9a-z]{26}$/) });
export const paper = z.object({ number: numberField, materialId });

export const uploading = z.object({
  name: z.string().max(200).optional().describe('文件名，只用于显示 / what the file is called; only shown'),
});

export const uploaded = z.object({
  fileId: z.string(),
  kind,
  bytes: z.int().describe('保留下来的字节数 / bytes that are kept'),
  scan,
  removed: z.array(z.string()).describe('去掉的信息 / what was left out: exif, xmp, comment, text …'),
  known: z.boolean().describe('这份内容之前已经上传过 / the person had uploaded this very content before'),
});

export const handingIn = z.object({ materialId, fileIds: fileIds.min(1), seen });

export const signing = z.object({
  materialId,
  version: z.string().max(20).describe('所读文本的版本 / the version of the text that was read'),
  signerName: z.string().trim().min(1).max(70).describe('签署人姓名 / the signer’s name'),
  agreed: z.literal(true).describe('已阅读并同意 / read and agreed'),
  fileIds: fileIds.default([]),
  seen,
});

export const notApplying = z.object({
  reason: z.string().max(500).describe('为什么不适用 / why it does not apply'),
  seen,
});

export const judging = z.object({
  revision: z.int().min(1).describe('所核对的是第几次提交的 / which handing-in was looked at'),
  verdict: z.enum(['accepted', 'rejected']),
  reason: z.enum(rejectReasonCodes as [RejectReason, ...RejectReason[]]).nullish(), // not empty
  note: z.string().max(500).default('').describe('给申请人的说明 / what the applicant is told besides'),
  validUntil: day.nullish().describe('材料上的有效期 / the last day printed on it'),
  seen,
});

export const stepped = z.object({
  number: z.string(),
  state: z.string(),
  seen: z.int(),
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
});

const fileOfCase = {
  fileId: z.string(),
  kind,
  bytes: z.int(),
  name: z.string().nullable(),
  scan,
  served: z.boolean().describe('现在能否查看 / whether it can be looked at now'),
  erased: z.boolean(),
  uploadedOn: z.string(),
};
const coded = z.object({ code: z.string(), text });

export const papers = z.object({
  seen: z.int(),
  papers: z.array(
    z.object({
      materialId: z.string(),
      text,
      legalBasis: z.string(),
      state: z.enum(['given', 'unchecked', 'on-record', 'missing']),
      why: coded.nullable().describe('为什么不算 / why what was given does not count'),
      onlyFor: text
        .nullable()
        .describe(
          '只要求这些人交，别人可以说明不适用；人人要交的为空 / of whom alone it is asked, so that others may say that it does not apply',
        ),
      onRecord: z
        .object({
          number: z.string(),
          revision: z.int(),
          acceptedOn: z.string(),
          validUntil: z.string().nullable(),
        })
        .nullable()
        .describe('在哪一件里核对过，可以沿用 / in which case it was accepted before'),
      alternatives: z.array(
        z.object({
          id: z.string(),
          text,
          commitment: z.object({ version: z.string(), text, withPaper: z.boolean() }).nullable(),
        }),
      ),
      given: z.array(
        z.object({
          materialId: z.string(),
          revision: z.int(),
          reference: z.string(),
          on: z.string(),
          pages: z.array(z.object({ page: z.int(), ...fileOfCase })),
          verdict: z
            .object({
              verdict: z.enum(['accepted', 'rejected']),
              reason: coded.nullable(),
              note: z.string(),
              validUntil: z.string().nullable(),
              on: z.string(),
            })
            .nullable(),
          commitment: z.object({ version: z.string(), signer: z.string(), on: z.string() }).nullable(),
          notApplying: z
            .string()
            .nullable()
            .describe('说明为什么不适用，没有交材料 / why it was said not to apply, in the place of a paper'),
        }),
      ),
    }),
  ),
  loose: z.array(z.object(fileOfCase)),
});

export const due = z.object({
  after: z.string().max(200).optional().describe('上一页的 next / `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const dueFiles = z.object({
  items: z.array(
    z.object({
      ownerId: z.string(),
      fileId: z.string(),
      bytes: z.int(),
      cases: z.array(z.string()),
      sinceOn: z.string(),
      kept: z.enum(['open-case', 'measure-stands']).nullable(),
    }),
  ),
  next: z.string().nullable(),
});
