import { ruleWords } from './rule-words.ts';
import { z } from 'astro/zod';
import { publicationDaysSchema } from './publication-days.ts';
import { outputsSchema } from './outputs.ts';
import { coloursSchema } from './palette.ts';
import { nameplateSchema } from './nameplate.ts';
import { oneLine } from './one-line.ts';

const notLanguageTag = ruleWords({
  zh: '应为 BCP 47 语言标签，如 zh-Hans',
  en: 'must be a BCP 47 language tag, such as zh-Hans',
});

const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => !/^https?:\/\/[^/]*@/i.test(address), {
    message: ruleWords({
      zh: '里不得有用户名和密码（@ 之前的部分）',
      en: 'must not have a user name and password (before @)',
    }),
  });

/** RFC 5646; what Intl cannot read, no browser can. */
function isLanguageTag(tag: string): boolean {
  try {
    new Intl.Locale(tag);
    return true;
  } catch {
    return false;
  }
}

/** The path becomes the base of every link: what would have to be escaped there is refused. */
function hasPlainPath(address: string): boolean {
  // Anything else than a web address has been told already.
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return true;
  return /^https?:\/\/[^/?#\s"'<>]+(?:\/[\w.~/-]*)?$/i.test(address);
}

/** Hosts that the editor of /admin/ can write to from a browser alone. */
export const editableHosts = ['github.com', 'gitlab.com', 'codeberg.org'] as const;

function isEditableHost(repository: string | undefined): boolean {
  if (repository === undefined || !URL.canParse(repository)) return false;
  return (editableHosts as readonly string[]).includes(new URL(repository).hostname);
}

export const publicationSchema = z
  .strictObject({
    name: oneLine.describe('报名'),
    nameLatin: oneLine.describe('报名的拼音或外文名，用于文件名和引文').optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { message: notLanguageTag, abort: true })
      .refine(isLanguageTag, { message: notLanguageTag })
      .describe('正文语言（BCP 47），如 zh-Hans、zh-Hant、en'),
    timeZone: z
      .string()
      .refine(
        (zone) => {
          try {
            new Intl.DateTimeFormat('en', { timeZone: zone });
            return true;
          } catch {
            return false;
          }
        },
        {
          message: ruleWords({
            zh: '应为 IANA 时区，如 Asia/Shanghai',
            en: 'must be an IANA time zone, such as Asia/Shanghai',
          }),
        },
      )
      .describe('时区，如 Asia/Shanghai'),
    address: webAddress
      .refine(hasPlainPath, {
        message: ruleWords({
          zh: '的路径应只有字母、数字、点、连字符和斜线，如 https://example.org/paper/',
          en: 'may have letters, digits, dots, hyphens and slashes in its path only, such as https://example.org/paper/',
        }),
      })
      .describe('网站地址，如 https://paper.example.org/'),
    description: z.string().min(1).describe('一句话介绍'),
    place: oneLine.describe('出版地').optional(),
    publisher: oneLine.describe('主办单位').optional(),
    identifiers: z
      .strictObject({
        issn: z
          .string()
          .regex(/^\d{4}-\d{3}[\dX]$/)
          .describe('ISSN')
          .optional(),
        cn: oneLine.describe('国内统一连续出版物号').optional(),
      })
      .describe('刊号')
      .optional(),
    publicationDays: publicationDaysSchema.optional(),
    ears: z.array(oneLine).max(2).describe('报眼：报头两侧的短句，至多两条').default([]),
    nameplate: nameplateSchema
      .describe('报头图：本报文件夹的 public/ 里的一张图，代替排出来的报名')
      .optional(),
    colours: coloursSchema.describe('颜色；没写的用通常的朱红、米白和墨黑').optional(),
    rights: z
      .strictObject({
        holder: oneLine.describe('权利人'),
        notice: z.string().min(1).describe('版权说明'),
        license: oneLine.describe('许可证的名称或地址').optional(),
      })
      .describe('版权'),
    repository: webAddress
      .describe('源文件仓库地址，“改这一行”的链接由此而来；没有就不写')
      .optional(),
    interactive: z
      .array(
        z.string().regex(
          /^(?:\d{4}-\d{2}-\d{2}\/\d{2,3}|pages)\/[a-z0-9-]+$/,
          ruleWords({
            zh: '应为 日期/版次/文件名，如 2022-12-19/01/shuiguan，或 pages/文件名',
            en: 'must be date/page/file name, such as 2022-12-19/01/shuiguan, or pages/file name',
          }),
        ),
      )
      .describe(
        '互动文章和说明页：可以引入 interactive/ 里的组件，其中的程序会运行；只由维护者列入',
      )
      .optional(),
    lead: z
      .enum(['top-left', 'top-right'])
      .describe('头条在版面的哪一角；不写就在左上（top-left），照老规矩在右上的写 top-right')
      .optional(),
    relatedReading: z
      .boolean()
      .describe('文章页列出相关阅读：同期和以前的文章里相近的几篇；不写就列，false 不列')
      .optional(),
    admin: z
      .boolean()
      .describe('网页编辑器：在 /admin/ 放 Sveltia CMS，要同时写 repository；不写就没有')
      .optional(),
    outputs: outputsSchema.optional(),
    defaultSection: z.string().min(1).describe('导入时没有版名的文章归入的版块').optional(),
  })
  .refine(({ admin, repository }) => admin !== true || isEditableHost(repository), {
    path: ['admin'],
    message: ruleWords({
      zh: '要同时写 repository，并且在 github.com、gitlab.com 或 codeberg.org 上',
      en: 'needs repository too, at github.com, gitlab.com or codeberg.org',
    }),
  })
  .describe('报纸');

export type Publication = z.output<typeof publicationSchema>;
