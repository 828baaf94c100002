import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A real article, cleaned to what a newspaper would print. */
export interface NewsArticle {
  readonly date: string;
  readonly headline: string;
  /** The label in 【】 before the headline, where there is one. */
  readonly label?: string;
  /** Without the broadcaster's lead-in. */
  readonly paragraphs: readonly string[];
}

const han = '\\p{Script=Han}';
/** The corpus sets blanks between Han and digits on some days; newspapers do not. */
const blankBesideHan = new RegExp(
  `(?<=[${han}，。、；：？！（）《》“”‘’—…])[ \\u00a0]+|[ \\u00a0]+(?=[${han}，。、；：？！（）《》“”‘’—…])`,
  'gu',
);

/** Text in which nothing tells print from a slip of the corpus is no truth to score against. */
function isCleanText(text: string): boolean {
  if (
    /\p{Cf}|\.{3}|•|[a-z]{12,}|https?:|[\u0000-\u001f]|[<>{}[\]\\|*_`~#$&]|[,;?!"'] ?\p{Script=Han}|\p{Script=Han}[,;:?!"'()]/u.test(
      text,
    )
  ) {
    return false;
  }
  const balanced = (open: string, close: string): boolean => {
    let depth = 0;
    for (const character of text) {
      if (character === open) depth += 1;
      if (character === close) depth -= 1;
      if (depth < 0 || depth > 1) return false;
    }
    return depth === 0;
  };
  return (
    balanced('“', '”') &&
    balanced('‘', '’') &&
    balanced('（', '）') &&
    balanced('《', '》') &&
    /[。！？”…]$/u.test(text) &&
    !/“”|‘’|。。|，，|^[，。、；：？！）》”’]/u.test(text)
  );
}

/**
 * Reads the articles of the days whose file name begins with `prefix` (`2024`, `202403`). Articles
 * whose text is not clean enough to be a truth are left out, and so are round-ups of short items.
 */
export function readArticles(corpus: string, prefix: string): readonly NewsArticle[] {
  return readdirSync(corpus)
    .filter((file) => file.startsWith(prefix) && file.endsWith('.md'))
    .sort()
    .flatMap((file) => parseDay(readFileSync(join(corpus, file), 'utf8'), file.slice(0, 8)));
}

function parseDay(text: string, day: string): readonly NewsArticle[] {
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
  const [, details = ''] = text.split('## 详细新闻');
  return details
    .split(/^### /mu)
    .slice(1)
    .flatMap((part): NewsArticle[] => {
      const [title = '', ...lines] = part.split('\n');
      const paragraphs = lines
        .map((line) =>
          line
            .replace(/^\*\*[^*]*消息\*\*（新闻联播）：/u, '')
            .replaceAll(blankBesideHan, '')
            // The width of a percent sign is the typist's, not the paper's.
            .replaceAll('％', '%')
            .trim(),
        )
        .filter((line) => line !== '' && !line.startsWith('[查看原文]'));
      const labelled = /^【([^】]{2,14})】(.*)$/u.exec(title.trim());
      const headline = (labelled?.[2] ?? title)
        .trim()
        .replaceAll(/\s+/gu, '　')
        // A blank between Han and digits is the corpus’s setting, not a couplet’s gap.
        .replaceAll(
          /(?<=[\dA-Za-z])　(?=\p{Script=Han})|(?<=\p{Script=Han})　(?=[\dA-Za-z])/gu,
          '',
        );
      const size = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
      if (
        headline.length < 6 ||
        headline.length > 34 ||
        /快讯|提要|【|[：:]$/u.test(headline) ||
        !paragraphs.every((paragraph) => paragraph.length >= 18 && isCleanText(paragraph)) ||
        !isCleanText(`${headline}。`) ||
        paragraphs.length === 0 ||
        size < 60 ||
        size > 2200 ||
        paragraphs.some((paragraph) => paragraph.length > 600)
      ) {
        return [];
      }
      return [
        {
          date,
          headline,
          ...(labelled?.[1] === undefined
            ? {}
            : { label: labelled[1].replaceAll(/[—\s-]+/gu, '') }),
          paragraphs,
        },
      ];
    });
}
