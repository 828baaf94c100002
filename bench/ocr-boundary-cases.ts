/**
 * Boundaries with known truth, made from clean articles: what stands on either side of a blank line
 * that a tool has set, and whether the sentence goes on across it.
 */
import type { NewsArticle } from './ocr-news.ts';

export type BoundaryTruth =
  /** A column broke the sentence. */
  | 'join'
  /** A paragraph ends here and has lost its full stop. */
  | 'stop-lost'
  /** The paragraph's last line is lost; a new one begins. */
  | 'line-lost'
  /** A title without marks stands on the left or on the right. */
  | 'title';

export interface BoundaryCase {
  readonly left: string;
  readonly right: string;
  readonly truth: BoundaryTruth;
}

/** A place where a printed line may end: no mark that never begins a line, none that never ends one. */
function isLineEnd(text: string, at: number): boolean {
  const before = text[at - 1]!;
  const after = text[at]!;
  if ('，。、；：？！）》〉”’】…—%'.includes(after)) return false;
  if ('（《〈“‘【'.includes(before)) return false;
  // Numbers and Latin words are not parted in print, as a rule.
  return !(/[0-9A-Za-z.]/.test(before) && /[0-9A-Za-z.%]/.test(after));
}

const terminal = /[。！？…]$/;

/** `each` cases of every kind a usable article, as the random numbers fall. */
export function makeBoundaryCases(
  articles: readonly NewsArticle[],
  random: () => number,
  share: Readonly<Record<BoundaryTruth, number>>,
): BoundaryCase[] {
  const cases: BoundaryCase[] = [];
  const cut = (text: string): number | undefined => {
    for (let tries = 0; tries < 8; tries += 1) {
      const at = 4 + Math.floor(random() * (text.length - 8));
      if (isLineEnd(text, at) && !terminal.test(text.slice(0, at).replace(/[”’）]$/, '')))
        return at;
    }
    return undefined;
  };
  for (const [number, article] of articles.entries()) {
    const paragraphs = article.paragraphs;
    for (const [index, text] of paragraphs.entries()) {
      const next = paragraphs[index + 1];
      const isTitle = !/[。！？；：…，”]/.test(text);
      if (!isTitle && text.length > 24) {
        for (let copies = share.join; copies > 0; copies -= 1) {
          if (random() >= copies) continue;
          const at = cut(text);
          if (at !== undefined) {
            // A column may begin anywhere in the paragraph: the left part need not be its start.
            const from = random() < 0.3 ? Math.floor(random() * at * 0.9) : 0;
            cases.push({ left: text.slice(from, at), right: text.slice(at), truth: 'join' });
          }
        }
      }
      if (next === undefined) continue;
      const nextIsTitle = !/[。！？；：…，”]/.test(next);
      if (isTitle || nextIsTitle) {
        if (random() < share.title) {
          cases.push({ left: text.replace(/。$/, ''), right: next, truth: 'title' });
        }
        continue;
      }
      if (random() < share['stop-lost'] && /[^…。]。$/.test(text)) {
        cases.push({ left: text.slice(0, -1), right: next, truth: 'stop-lost' });
      } else if (/[：；]$/.test(text) && random() < share['stop-lost']) {
        cases.push({ left: text, right: next, truth: 'stop-lost' });
      }
      for (let copies = share['line-lost']; copies > 0; copies -= 1) {
        if (random() >= copies || text.length <= 24) continue;
        const at = cut(text);
        if (at !== undefined)
          cases.push({ left: text.slice(0, at), right: next, truth: 'line-lost' });
      }
    }
    // Headlines of two articles, and a headline before a text, where the tool has set no heading.
    if (random() < share.title && article.headline.length > 4) {
      const first = paragraphs[0]!;
      cases.push({ left: article.headline, right: first, truth: 'title' });
      const before = articles[number - 1]?.paragraphs.at(-1);
      if (before !== undefined) {
        cases.push({ left: before.replace(/。$/, ''), right: article.headline, truth: 'title' });
      }
    }
  }
  return cases;
}
