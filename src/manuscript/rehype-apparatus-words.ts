import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** What stands in a body and is not the contributor's: a word over the footnotes, the way back from one. */
interface ApparatusWords {
  readonly notes: string;
  readonly back: string;
  /** What a box of that kind is called aloud. */
  readonly correction: string;
}

const words: Readonly<Record<'hans' | 'hant' | 'en', ApparatusWords>> = {
  hans: { notes: '注', back: '返回正文', correction: '更正' },
  hant: { notes: '註', back: '返回正文', correction: '更正' },
  en: { notes: 'Notes', back: 'Back to the text', correction: 'Correction' },
};

function wordsFor(locale: Intl.Locale): ApparatusWords {
  if (locale.language !== 'zh') return words.en;
  return locale.script === 'Hant' ? words.hant : words.hans;
}

/** Puts the words of the apparatus into the paper's language, and its dates (`<Correction date="…">`). */
export function rehypeApparatusWords() {
  return (tree: Root, file: VFile): void => {
    const locale = new Intl.Locale(String(file.data['language']));
    const { notes, back, correction } = wordsFor(locale.maximize());
    visit(tree, 'element', (node) => {
      if (node.properties['id'] === 'footnote-label') setText(node, notes);
      if ('dataFootnoteBackref' in node.properties) node.properties['ariaLabel'] = back;
      const { className, dateTime } = node.properties;
      if (Array.isArray(className) && className.includes('correction')) {
        node.properties['ariaLabel'] = correction;
      }
      if (typeof dateTime === 'string') setText(node, longDate(dateTime, locale));
    });
  };
}

function setText(node: Element, value: string): void {
  node.children = [{ type: 'text', value }];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2022-12-19` as 2022年12月19日; English papers print 19 December 2022, as wording/en.ts does. */
function longDate(date: string, { language, baseName }: Intl.Locale): string {
  const tag = language === 'en' ? 'en-GB' : baseName;
  let format = formats.get(tag);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
    formats.set(tag, format);
  }
  return format.format(new Date(`${date}T00:00:00Z`));
}
