import { withoutPrintersMark } from '../lexicon/printers-marks.ts';
import type { Bilingual } from '../../wording/command-language.ts';
import type { ArticleFrontMatter, Genre } from '../../newspaper/article.ts';
import type { Byline } from '../../newspaper/byline.ts';
import type { IssueDate } from '../../newspaper/issue-date.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import { distinctSlug, slugFromText } from '../../newspaper/slug.ts';
import type { Block, LineRange } from '../page/block.ts';
import type { RepairContext } from '../repair/repair.ts';
import { repairBlocks, type RepairedBlocks } from '../repair/repair-blocks.ts';
import {
  linesOfBlock,
  type ArticleDraft,
  type BodyBlock,
  type ImageDraft,
} from '../page/article-draft.ts';
import { makeFinding, type FindingId, type PageFinding } from '../page/findings.ts';
import type { KnownArticle } from '../page/known-paper.ts';
import { readByline, roleOf, stripBrackets } from '../page/byline.ts';
import { findTrailingCredit, readCredit } from '../page/credit.ts';
import { isGuideLine, readJump, readLeadingJump } from '../page/jump.ts';
import { readLeadIn } from '../page/lead-in.ts';
import { longestVerbatim } from '../page/list-line.ts';
import { beginsAsName } from '../page/read-names.ts';
import { isClosingFormula, isSalutation } from '../lexicon/letter.ts';
import { isOffice } from '../lexicon/office.ts';
import { readBarePartNumber, readPartNumber } from '../lexicon/part-number.ts';
import { goesOnInNextLine } from '../page/title-line.ts';
import type { ClassifiedBlock } from '../classify/classify-blocks.ts';
import type { BlockGroup, Picture } from '../group/group-articles.ts';
import type { PaperNames } from './paper-names.ts';

export interface DraftContext {
  readonly date: IssueDate;
  readonly page: number;
  readonly repair: RepairContext;
  readonly names: PaperNames;
  /** A sections/ id. */
  readonly section: string | undefined;
  /** Articles of this page that already stand in content/. */
  readonly known: readonly KnownArticle[];
  /** Slugs of this page that are given away; drafts add theirs. */
  readonly taken: Set<string>;
  readonly imageExtension: (path: string) => string | undefined;
}

export interface DraftedArticle {
  readonly draft: ArticleDraft;
  readonly findings: readonly PageFinding[];
  /** What the body repairs did. */
  readonly repaired: readonly RepairedBlocks[];
  /** Text that stands in findings and in no field, and marks (■) that fields do without. */
  readonly setAside: readonly string[];
}

/**
 * Makes an article of the blocks of one item: fields from the head, a body of repaired paragraphs,
 * pictures with their captions and credits.
 *
 * @param order place on the page, from 1
 */
export function draftArticle(
  group: BlockGroup,
  order: number,
  context: DraftContext,
): DraftedArticle {
  return new Drafter(group, order, context).draft();
}

class Drafter {
  #group: BlockGroup;
  readonly #order: number;
  readonly #context: DraftContext;
  readonly #findings: PageFinding[] = [];
  readonly #repaired: RepairedBlocks[] = [];
  readonly #setAside: string[] = [];
  readonly #lines: LineRange;
  readonly #bylines: Byline[] = [];
  #jump: { to?: number; from?: number } = {};
  #leadIn = false;

  constructor(group: BlockGroup, order: number, context: DraftContext) {
    this.#group = group;
    this.#order = order;
    this.#context = context;
    const { pictures, ...blocks } = group;
    const text = Object.values(blocks)
      .flat()
      .map((one) => one.block.lines);
    const all = [...text, ...pictures.map((picture) => picture.lines)];
    this.#lines = {
      first: Math.min(...all.map((lines) => lines.first)),
      last: Math.max(...all.map((lines) => lines.last)),
    };
  }

  draft(): DraftedArticle {
    const { date, page } = this.#context;
    this.#cutLeadingLabel();
    this.#setFramesAside();
    const labels = this.#labels();
    this.#cutLeadingJumps();
    for (const one of this.#group.bylines) this.#byline(one);
    for (const one of this.#group.jumps) this.#jumpLine(one.block);
    const isPhoto = this.#group.body.length === 0 && this.#group.pictures.length > 0;
    const body = isPhoto ? this.#captionBody() : this.#body();
    const pictures = this.#pictures(isPhoto);
    const headline = this.#headline(labels.headline, isPhoto, body);
    const slug = this.#slug(headline, isPhoto);
    const deck = joinHead(this.#group.decks);
    const kicker = joinHead(this.#group.kickers);
    const standfirst = joinHead(this.#group.standfirsts);
    const images = pictures.map((picture, index) => {
      const file = `${slug}-${index + 1}.${picture.extension}`;
      return { picture, file };
    });
    const frontMatter: ArticleFrontMatter = {
      kind: isPhoto ? 'photo-news' : 'article',
      genre: this.#genre(isPhoto, labels.name, deck, body),
      edition: date,
      page,
      order: this.#order,
      section: this.#context.section,
      kicker: kicker || undefined,
      headline,
      deck: deck || undefined,
      standfirst: standfirst || undefined,
      column: labels.column,
      part: labels.part,
      bylines: this.#bylines.length === 0 ? undefined : this.#bylines,
      ...(images.length === 0
        ? {}
        : {
            images: images.map(({ picture, file }) => ({
              file,
              alt: picture.caption ?? (headline || labels.name || '新闻图片'),
              ...(picture.caption === undefined || isPhoto ? {} : { caption: picture.caption }),
              credit: picture.credit,
            })),
          }),
      jump: Object.keys(this.#jump).length === 0 ? undefined : this.#jump,
      source: {
        file: `sources/${date}/${formatPageNumber(page)}.md`,
        lines: [this.#lines.first, this.#lines.last],
      },
      proof: 'unread',
    };
    return {
      draft: {
        slug,
        frontMatter,
        body,
        images: images.map(({ picture, file }): ImageDraft => ({ file, from: picture.from })),
      },
      findings: this.#findings,
      repaired: this.#repaired,
      setAside: this.#setAside,
    };
  }

  #setFramesAside(): void {
    const { kickers, labels, headlines, decks, standfirsts } = this.#group;
    for (const { block } of [kickers, labels, headlines, decks, standfirsts].flat()) {
      if (frame.test(withoutPrintersMark(block.text).trim())) this.#setAside.push('【】');
    }
  }

  /** A headline that another page's text goes on under: `（上接第1版）四代人的同一个码头`. */
  #cutLeadingJumps(): void {
    const headlines = this.#group.headlines.map((one): ClassifiedBlock => {
      const jump = readLeadingJump(one.block.text);
      if (!jump) return one;
      this.#jumpLine({ ...one.block, text: jump.text });
      return { ...one, block: { ...one.block, text: jump.rest } };
    });
    this.#group = { ...this.#group, headlines };
  }

  /** A column's name on the line of its headline: `短评　快递进村，卡在哪儿？`, `【记者手记】一碗面的温度`. */
  #cutLeadingLabel(): void {
    const { labels, headlines } = this.#group;
    const first = headlines[0];
    if (labels.length > 0 || !first) return;
    const { text } = first.block;
    const match = /^(?:(【[^】]{2,14}】)\s*|(\p{Script=Han}{2,8})[\s\u3000|｜丨]+)(?=\S{5})/u.exec(
      text,
    );
    if (!match) return;
    const name = stripBrackets(match[1] ?? match[2]!);
    if (match[2] !== undefined && !isGenre(name) && !this.#context.names.hasColumn(name)) return;
    const label = { ...first.block, text: match[1] ?? match[2]! };
    const rest = { ...first.block, text: text.slice(match[0].length) };
    this.#group = {
      ...this.#group,
      labels: [{ ...first, block: label, role: 'column-label' }],
      headlines: [{ ...first, block: rest }, ...headlines.slice(1)],
    };
  }

  #labels(): { column?: string; part?: number | undefined; name?: string; headline?: string } {
    const { labels, headlines, body, pictures } = this.#group;
    if (labels.length === 0) return {};
    // A label over a text that has no other headline is that text's headline; over a picture 图片新闻
    // and its like stay what they are.
    const last = labels.at(-1)!;
    const stays = body.length === 0 && picturesLabel.test(last.block.text);
    const promoted =
      headlines.length === 0 && body.length + pictures.length > 0 && !stays ? last : undefined;
    const rest = promoted ? labels.slice(0, -1) : labels;
    const [first, ...more] = [...rest].reverse();
    const result = promoted ? { headline: headText(promoted.block.text) } : {};
    for (const extra of more) {
      this.#report('label-orphan', extra.block, {
        found: extra.block.text,
        alternatives: { zh: '本篇', en: 'this article' },
      });
      this.#setAside.push(extra.block.text);
    }
    if (!first) return result;
    const { text } = first.block;
    const bare = this.#context.names.hasColumn(text) ? undefined : readBarePartNumber(text);
    const numbered = readPartNumber(text) ?? bare;
    if (numbered && numbered === bare)
      this.#report('part-unsure', first.block, { found: bare.part });
    const name = stripBrackets(headText(numbered?.rest ?? text));
    const column = this.#context.names.column(name, numbered !== undefined, {
      line: first.block.lines.first,
      excerpt: first.block.text,
    });
    this.#setAside.push(first.block.text);
    return { ...result, column, name, part: numbered && numbered.part };
  }

  #headline(
    promoted: string | undefined,
    isPhoto: boolean,
    body: readonly BodyBlock[],
  ): string | undefined {
    const { headlines } = this.#group;
    if (headlines.length > 0) {
      const headline = joinHead(headlines);
      if (headlines.length > 1)
        this.#report('headline-joined', headlines[0]!.block, { found: headline });
      if (body.length === 0)
        this.#report('headline-without-text', headlines[0]!.block, { found: headline });
      return headline;
    }
    if (promoted !== undefined) return promoted;
    if (isPhoto) return undefined;
    const { kickers, decks } = this.#group;
    const spare = kickers[0] ?? decks[0];
    if (spare) {
      this.#report('headline-missing', spare.block, {});
    }
    const first = body[0];
    const sentence =
      /^.{1,40}?(?=[。！？!?；，,]|$)/u.exec(first ? (linesOfBlock(first)[0] ?? '') : '')?.[0] ??
      '';
    const before = this.#order === 1 && this.#lines.first <= 3;
    if (!spare) {
      this.#findings.push(
        makeFinding(before ? 'text-before-headline' : 'headline-missing', {
          line: this.#lines.first,
          excerpt: sentence,
        }),
      );
    }
    return sentence === '' ? `第${this.#order}篇` : sentence;
  }

  /** Paragraphs in runs between crossheads, tables and the like: no repair may join across those. */
  #body(): readonly BodyBlock[] {
    const body: BodyBlock[] = [];
    const { body: blocks } = this.#group;
    let run: Block[] = [];
    const close = (): void => {
      if (run.length > 0) body.push(...this.#paragraphs(run));
      run = [];
    };
    for (const one of blocks) {
      const { block } = one;
      if (one.sectionBreak && !isSignature(block.text)) {
        close();
        body.push({ type: 'break', lines: one.sectionBreak });
      }
      if (one.role === 'paragraph' && block.type !== 'quote') {
        const isLine = block.list && block.text.length <= longestVerbatim;
        if (isLine || isGuideLine(block.text)) {
          close();
          // A full-width colon has its blank in itself.
          body.push(
            paragraphOf({
              ...block,
              text: block.text.replaceAll(/：\s+(?=\p{Script=Han})/gu, '：'),
            }),
          );
          continue;
        }
        // What signs a text is no part of the sentence before it, what greets of none after it.
        const alone =
          block.list !== undefined || isSignature(block.text) || isSalutation(block.text);
        if (alone) close();
        run.push(block);
        if (alone) close();
        continue;
      }
      close();
      const { lines } = block;
      if (one.role === 'crosshead') body.push({ type: 'crosshead', text: block.text, lines });
      else if (one.role === 'table' && block.table) {
        body.push({ type: 'table', rows: block.table.rows, hasHead: block.table.hasHead, lines });
      } else if (one.role === 'list-item') {
        const last = body.at(-1);
        if (last?.type === 'list') {
          body[body.length - 1] = {
            type: 'list',
            items: [...last.items, block.text],
            lines: { first: last.lines.first, last: lines.last },
          };
        } else body.push({ type: 'list', items: [block.text], lines });
      } else if (one.role === 'verse') {
        const verses = block.text.split('\n').map((verse) => verse.trim());
        const last = body.at(-1);
        // Where each line is a block, the page does not show where a stanza ends.
        if (block.list === 'verse' && last?.type === 'verse') {
          body[body.length - 1] = {
            type: 'verse',
            verses: [...last.verses, ...verses],
            lines: { first: last.lines.first, last: lines.last },
          };
        } else body.push({ type: 'verse', verses, lines });
      } else if (block.type === 'quote') body.push({ type: 'quote', text: block.text, lines });
      else run.push(block);
    }
    close();
    this.#reportUnfinished(body);
    this.#readOpening(body);
    this.#readEnd(body);
    return body;
  }

  /** Where no repair judges whether a paragraph is whole, one without an end is reported. */
  #reportUnfinished(body: readonly BodyBlock[]): void {
    if (this.#context.repair.script === 'han-simplified') return;
    for (const block of body) {
      if (block.type !== 'paragraph' || block.text.length < 24) continue;
      const text = block.text.trimEnd();
      if (/[\p{L}\p{N}，、,-]$/u.test(text) && !isSignature(text)) {
        this.#report('paragraph-unfinished', block, {}, text.slice(-40));
      }
    }
  }

  #paragraphs(run: readonly Block[]): BodyBlock[] {
    const cut = run.map((block) => this.#cutJump(block)).filter((block) => block.text !== '');
    const repaired = this.#repair(cut.map((block) => ({ ...block, type: 'paragraph' as const })));
    return repaired.map(paragraphOf);
  }

  #repair(blocks: readonly Block[]): readonly Block[] {
    const repaired = repairBlocks(blocks, 'body', this.#context.repair);
    this.#repaired.push(repaired);
    return repaired.blocks.map(closeLineEnds);
  }

  /** A paragraph may begin or end with its jump line: `（上接第1版）……`, `……（下转第三版）`. */
  #cutJump(block: Block): Block {
    const leading = readLeadingJump(block.text);
    if (leading) {
      this.#jumpLine({ ...block, text: leading.text });
      return this.#cutJump({ ...block, text: leading.rest.trimStart() });
    }
    const jump = readJump(block.text);
    if (!jump) return block;
    if (jump.start > 0 && (jump.to !== undefined || jump.from !== undefined)) {
      this.#jumpLine({ ...block, text: jump.text });
      return { ...block, text: block.text.slice(0, jump.start).trimEnd() };
    }
    return block;
  }

  #jumpLine(block: Block): void {
    const jump = readJump(block.text);
    this.#setAside.push(block.text);
    if (!jump || jump.unread) {
      this.#report('jump-unread', block, {});
      return;
    }
    if (jump.to !== undefined) {
      this.#jump.to = jump.to;
      this.#report('jump-to', block, { page: jump.to });
    }
    if (jump.from !== undefined) {
      this.#jump.from = jump.from;
      this.#report('jump-from', block, { page: jump.from });
    }
  }

  /** Read after the repairs, which close blanks in the middle of a name or a role. */
  #readOpening(body: readonly BodyBlock[]): void {
    const first = body.find((block) => block.type === 'paragraph');
    const leadIn = first && readLeadIn(first.text);
    if (!leadIn) return;
    this.#leadIn = true;
    if (leadIn.namesUnread) this.#report('byline-unread', first, {}, leadIn.text);
    for (const byline of leadIn.bylines) this.#sign(byline, first);
  }

  /** A name in brackets at the very end signs the item: `（记者 张三）`, `（作者：李四）`. */
  #readEnd(body: readonly BodyBlock[]): void {
    const last = body.at(-1);
    if (last?.type !== 'paragraph') return;
    const match = /[（(]([^（()）]{2,40})[)）]$/u.exec(last.text.trimEnd());
    if (!match) return;
    if (!/记者|記者|通讯员|通訊員|作者[：: ]|撰稿|评论员|翻译|编译|整理/u.test(match[1]!)) {
      this.#readBareSignature(match[1]!, match.index, last);
      return;
    }
    const byline = readByline(match[1]!, this.#context.repair.script);
    if (byline?.strength !== 'strong') return;
    for (const one of byline.bylines) this.#sign(one, { lines: last.lines, text: match[0] });
  }

  /** A name alone in brackets after the last stop signs a short comment: `……笑脸。（祁连）`. */
  #readBareSignature(name: string, at: number, last: BodyBlock & { type: 'paragraph' }): void {
    const isWord =
      /^(?:完|待续|未完|未完待续|全文完|上|中|下|略|节选|选登|资料图?片?|组诗|外.首)$/u;
    if (this.#bylines.length > 0 || this.#leadIn || isWord.test(name)) return;
    if (!/^\p{Script=Han}{2,3}$/u.test(name) || !/[。！？…][”’]?$/u.test(last.text.slice(0, at)))
      return;
    this.#sign({ name, role: roleOf(undefined) }, { lines: last.lines, text: name });
    if (!beginsAsName(name)) this.#report('byline-bare', last, { found: name }, `（${name}）`);
  }

  #byline(one: ClassifiedBlock): void {
    const read = readByline(one.block.text, this.#context.repair.script);
    this.#setAside.push(one.block.text);
    if (!read) {
      this.#report('byline-unread', one.block, {});
      return;
    }
    if (!read.certain)
      this.#report('byline-parted', one.block, {
        found: read.bylines.map((by) => by.name).join('、'),
      });
    for (const byline of read.bylines) this.#sign(byline, one.block);
  }

  #sign(byline: Byline, at: { readonly lines: LineRange; readonly text: string }): void {
    if (this.#bylines.some((one) => one.name === byline.name)) return;
    const columnist = this.#context.names.columnist(byline.name, {
      line: at.lines.first,
      excerpt: byline.name,
    });
    this.#bylines.push({ ...byline, ...(columnist === undefined ? {} : { columnist }) });
  }

  /** The captions of a picture item are its text; the photographers sign it. */
  #captionBody(): readonly BodyBlock[] {
    const body: BodyBlock[] = [];
    for (const picture of this.#group.pictures) {
      const { text, credit } = this.#caption(picture);
      for (const block of text)
        body.push({ type: 'paragraph', text: block.text, lines: block.lines });
      for (const one of credit) {
        this.#sign({ ...one.byline, role: 'photographer' }, one.at);
      }
    }
    return body;
  }

  #caption(picture: Picture): {
    text: readonly Block[];
    credit: readonly { byline: Byline; at: Block }[];
    creditText: string | undefined;
  } {
    const credit: { byline: Byline; at: Block }[] = [];
    const printed: string[] = [];
    const blocks = picture.captions.map(({ block }) => {
      const trailing = findPrintedCredit(block.text);
      if (!trailing) return { ...block, type: 'paragraph' as const };
      printed.push(bareCredit(trailing.text));
      this.#setAside.push(trailing.text);
      for (const byline of trailing.bylines) credit.push({ byline, at: block });
      return {
        ...block,
        type: 'paragraph' as const,
        text: block.text.slice(0, trailing.start).trimEnd(),
      };
    });
    for (const { block } of picture.credits) {
      const read = readCredit(block.text);
      const names = read?.bylines ?? readByline(block.text)?.bylines ?? [];
      this.#setAside.push(block.text);
      printed.push(bareCredit(block.text));
      if (!read && names.length === 0) this.#report('byline-unread', block, {});
      for (const byline of names) {
        credit.push({ byline: { ...byline, role: roleOf('摄影') }, at: block });
      }
    }
    return {
      text: this.#repair(blocks.filter((block) => block.text !== '')),
      credit,
      creditText: printed.length === 0 ? undefined : printed.join(' '),
    };
  }

  /** Pictures whose files are there; of the others the finding keeps caption and credit. */
  #pictures(isPhoto: boolean): {
    from: string;
    extension: string;
    caption: string | undefined;
    credit: string | undefined;
  }[] {
    const shown: {
      from: string;
      extension: string;
      caption: string | undefined;
      credit: string | undefined;
    }[] = [];
    for (const picture of this.#group.pictures) {
      const { text, creditText } = isPhoto
        ? { text: picture.captions.map((one) => one.block), creditText: this.#creditOf(picture) }
        : this.#caption(picture);
      const caption = text.map((block) => block.text).join(' ') || undefined;
      const { image } = picture;
      const words = [caption, creditText].filter(Boolean).join(' ');
      const place = { line: picture.lines.first, excerpt: words };
      if (!image?.image) {
        this.#findings.push(makeFinding('image-lost', place));
        if (!isPhoto) this.#setAside.push(words);
        continue;
      }
      const from = image.image.path;
      const extension = this.#context.imageExtension(from);
      if (extension === undefined) {
        const path = from.startsWith('data:') ? from.slice(0, 40) : from;
        this.#findings.push(
          makeFinding('image-not-found', { ...place, excerpt: words || path }, { path }),
        );
        if (!isPhoto) this.#setAside.push(words);
        continue;
      }
      shown.push({ from, extension, caption: oneLine(caption), credit: oneLine(creditText) });
    }
    return shown;
  }

  #creditOf(picture: Picture): string | undefined {
    const trailing = picture.captions.map((one) => findPrintedCredit(one.block.text)?.text);
    const all = [...trailing, ...picture.credits.map((one) => one.block.text)].filter(
      (one) => one !== undefined,
    );
    return all.length === 0 ? undefined : all.map(bareCredit).join(' ');
  }

  #slug(headline: string | undefined, isPhoto: boolean): string {
    const { known, taken } = this.#context;
    const free = (slug: string): boolean => !taken.has(slug);
    const overlap = (one: KnownArticle): number => {
      if (!one.lines) return 0;
      const [first, last] = one.lines;
      return Math.min(last, this.#lines.last) - Math.max(first, this.#lines.first) + 1;
    };
    const isMostly = (one: KnownArticle): boolean =>
      one.lines !== undefined &&
      overlap(one) * 2 >
        Math.max(one.lines[1] - one.lines[0], this.#lines.last - this.#lines.first) + 1;
    const open = known.filter((one) => free(one.slug));
    const sameHeadline = open.filter((one) => headline !== undefined && one.headline === headline);
    // Lines first: a page may print one headline twice.
    const kept =
      sameHeadline.find((one) => overlap(one) > 0) ??
      open.find(isMostly) ??
      sameHeadline.find((one) => !one.lines || sameHeadline.length === 1);
    const base =
      (headline === undefined ? '' : slugFromText(headline)) ||
      `${isPhoto ? 'photo' : 'article'}-${String(this.#order).padStart(2, '0')}`;
    const reserved = new Set(known.map((one) => one.slug));
    const slug = kept?.slug ?? distinctSlug(base, (one) => !free(one) || reserved.has(one));
    taken.add(slug);
    return slug;
  }

  #genre(
    isPhoto: boolean,
    column: string | undefined,
    deck: string,
    body: readonly BodyBlock[],
  ): Genre {
    if (isPhoto) return 'photo';
    const writers = this.#bylines.filter((one) => one.role !== 'photographer');
    const contributed = writers.length > 0 && writers.every((one) => one.role === 'contributor');
    if (
      /评论|評論|时评|時評|快评|短评|社论|社論|社評|社説|论坛|論壇|系列谈|杂谈|漫谈|笔谈|言论|观点|视点|观察|民声|EDITORIAL|OPINION|COMMENT/iu.test(
        column ?? '',
      ) &&
      (contributed || writers.length === 0)
    ) {
      return 'commentary';
    }
    if (writers.some((one) => /评论员|評論員/.test(one.label ?? one.name))) return 'commentary';
    if (body.length > 0 && body.every((block) => block.type === 'verse')) return 'poem';
    if (/副刊|文苑|文艺|文学|散文|诗|小说/u.test(column ?? '')) return 'literature';
    if (this.#leadIn) return 'news';
    if (contributed) return column === undefined ? 'literature' : 'essay';
    if (deck.startsWith('——') || writers.some((one) => one.role === 'reporter')) return 'feature';
    const headline = joinHead(this.#group.headlines);
    if (/公告|公示|启事|通告|通知|声明|讣告|遗失|招标|拍卖|^更正$|^致歉$|征稿/u.test(headline))
      return 'notice';
    // An office's name under the text signs it, whatever stands over it.
    if (
      writers.length === 0 &&
      body.slice(-2).some((block) => isOffice(linesOfBlock(block)[0] ?? ''))
    ) {
      return 'notice';
    }
    if (
      /天气|预报|排片|影讯|列车时刻|停电|停水|限行|禁鸣|便民|服务指南|影院|开奖|价格行情/u.test(
        headline,
      )
    )
      return 'service';
    return 'news';
  }

  #report(
    id: FindingId,
    block: { readonly lines: LineRange; readonly text: string },
    values: Readonly<Record<string, string | number | Bilingual>>,
    excerpt = block.text,
  ): void {
    this.#findings.push(makeFinding(id, { line: block.lines.first, excerpt }, values));
  }
}

/** Columns that say what kind of piece stands under them, in any paper. */
function isGenre(name: string): boolean {
  return /^(?:[短快时微锐今热]评|今日谈|大家谈|记者手记|采访手记|编后|社论|社评|新闻特写|特写|特稿|图片新闻|简讯|快讯|通讯|侧记|人物|现场新闻|视觉新闻|记者观察|记者调查|新闻调查|新闻链接|来信|读者来信|来论|随笔|散文|诗歌|小小说)$/u.test(
    name,
  );
}

/** An office, a date, or a bracket about the author, as it stands under a text. */
function isSignature(text: string): boolean {
  const shown = text.trim();
  return (
    isOffice(shown) ||
    isClosingFormula(shown) ||
    /^(?:\d{4}年)?\d{1,2}月\d{1,2}日$|^[〇零一二三四五六七八九]{4}年.{1,3}月.{1,3}日$/u.test(
      shown,
    ) ||
    /^[（(](?:作者|本文作者|编译|整理|据)[^（()）]{2,60}[)）]$/u.test(shown)
  );
}

/** A paragraph of the body. All in bold or italics is the tool's reading of a typeface. */
function paragraphOf({ text, lines, emphasis = [] }: Block): BodyBlock {
  const whole = emphasis.some((span) => span.start === 0 && span.end >= text.length);
  const strong = whole ? [] : emphasis.filter((span) => span.kind === 'strong');
  return { type: 'paragraph', text, lines, emphasis: strong.length > 0 ? strong : undefined };
}

/** What a column of pictures is called. */
const picturesLabel = /图片|圖片|影像|镜头|鏡頭|光影|图说|圖說|画刊|掠影|一图/u;

/** 【夜校开班】: a head stands without its frame. */
const frame = /^【([^【】]+)】$/u;

/** A head without the marks printed before it, on one line; `更 正` is one word set wide. */
export function headText(text: string): string {
  return withoutPrintersMark(text)
    .replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ')
    .trim()
    .replace(frame, '$1')
    .replace(/^\p{Script=Han}(?:[ \u3000]\p{Script=Han}){1,3}$/u, (wide) =>
      wide.replaceAll(/[ \u3000]/g, ''),
    );
}

/** Line ends that no repair was made for: Han and kana lines meet, others with a blank. */
function closeLineEnds(block: Block): Block {
  if (!block.text.includes('\n')) return block;
  const text = block.text.replaceAll(/[ \t]*\n\s*/g, (_, at: number) =>
    isWide(block.text.slice(0, at).trimEnd().at(-1)) && isWide(block.text.slice(at).trimStart()[0])
      ? ''
      : ' ',
  );
  // Spans cannot follow: what is bold within a line that was joined here stays plain.
  const { type, lines } = block;
  return { type, lines, text };
}

function isWide(character: string | undefined): boolean {
  return (
    character !== undefined &&
    /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u2014\u2018-\u201d\u2026\ud800-\udfff]/.test(
      character,
    )
  );
}

/** Printed lines of one head: Han lines stand beside each other with a full-width blank. */
function joinHead(blocks: readonly ClassifiedBlock[]): string {
  return blocks
    .map((one) => headText(one.block.text))
    .reduce((joined, line) => {
      if (joined === '') return line;
      if (/[，、：—“「《（]$/u.test(joined) || /^[，、：”」》）]/u.test(line)) return joined + line;
      if (/^\p{Script=Han}/u.test(line) && goesOnInNextLine(joined, line)) return joined + line;
      return /\p{Script=Latin}$/u.test(joined) && /^\p{Script=Latin}/u.test(line)
        ? `${joined} ${line}`
        : `${joined}　${line}`;
    }, '');
}

/** The credit that ends a caption, though a printed line ends within it: `……。 沈` / `知秋 摄`. */
function findPrintedCredit(caption: string): ReturnType<typeof findTrailingCredit> {
  const credit = findTrailingCredit(caption.replaceAll('\n', ''));
  if (!credit) return undefined;
  let start = credit.start;
  for (let at = caption.indexOf('\n'); at >= 0 && at < start; at = caption.indexOf('\n', at + 1)) {
    start += 1;
  }
  return { ...credit, start };
}

function bareCredit(text: string): string {
  return withoutPrintersMark(text)
    .replace(/^[（(【]\s*([^（()）]*)\s*[)）】]$/u, '$1')
    .trim();
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s*[\n\r\u2028\u2029]+\s*/g, ' ').trim() || undefined;
}
