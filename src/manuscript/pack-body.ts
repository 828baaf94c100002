import type { ArticleBody, BodyBlock, BodyMark, BodyParagraph } from './article-body.ts';

/**
 * A body as it lies on disk: what can be cut out of `html` is not written a second time. As it
 * stands in `ArticleBody` every text is there six times.
 */
export interface PackedBody extends Pick<
  ArticleBody,
  'html' | 'headings' | 'pictures' | 'excerpt' | 'characters'
> {
  readonly leadIn?: string | undefined;
  readonly blocks: readonly PackedBlock[];
  readonly marks: readonly PackedMark[];
}

interface PackedBlock extends Pick<BodyBlock, 'kind' | 'id' | 'number' | 'line'> {
  /** Offsets into the body's html. */
  readonly span: readonly [from: number, to: number];
  /** Absent where it is the html between the tags of a paragraph. */
  readonly text?: string;
  /** Absent where they are the text alone. */
  readonly pieces?: readonly string[];
  /** `BodyParagraph.html`, where it differs from what stands between the tags. */
  readonly inner?: string;
  /** Of a paragraph of a set piece. */
  readonly role?: string;
}

type PackedMark = readonly [at: number, kind: BodyMark['kind'], value?: number, to?: number];

const paragraphEnd = '</p>';

export function packBody(body: ArticleBody): PackedBody {
  const { html, headings, pictures, excerpt, characters, leadIn } = body;
  const starts = paragraphStarts(body.marks);
  return {
    html,
    headings,
    pictures,
    excerpt,
    characters,
    ...(leadIn !== undefined && { leadIn }),
    blocks: body.blocks.map(({ kind, id, number, line, from, html: own, text, pieces }) => {
      const to = from + own.length;
      const between = betweenTags(html, starts, number, to);
      const paragraph = number === undefined ? undefined : body.paragraphs[number - 1]!;
      const inner = paragraph?.html;
      return {
        kind,
        ...(id !== undefined && { id }),
        ...(number !== undefined && { number }),
        line,
        span: [from, to],
        ...(text !== between && { text }),
        ...((pieces.length !== 1 || pieces[0] !== text) && { pieces }),
        ...(inner !== between && inner !== undefined && { inner }),
        ...(paragraph?.role !== undefined && { role: paragraph.role }),
      };
    }),
    marks: body.marks.map((mark): PackedMark => {
      if (mark.kind === 'paragraph') return [mark.at, mark.kind, mark.number];
      if (mark.kind === 'picture') return [mark.at, mark.kind, mark.picture, mark.to];
      return [mark.at, mark.kind];
    }),
  };
}

export function unpackBody(packed: PackedBody): ArticleBody {
  const { html, headings, pictures, excerpt, characters, leadIn } = packed;
  const marks = packed.marks.map(([at, kind, value, to]): BodyMark => {
    if (kind === 'paragraph') return { at, kind, number: value! };
    if (kind === 'picture') return { at, kind, picture: value!, to: to! };
    return { at, kind };
  });
  const starts = paragraphStarts(marks);
  const paragraphs: BodyParagraph[] = [];
  const blocks = packed.blocks.map(
    ({ kind, id, number, line, span, text, pieces, inner, role }) => {
      const [from, to] = span;
      const between = betweenTags(html, starts, number, to) ?? '';
      const words = text ?? between;
      if (number !== undefined) {
        const html = inner ?? between;
        paragraphs.push({ id: id!, number, html, ...(role && { role }), text: words, line });
      }
      return {
        kind,
        ...(id !== undefined && { id }),
        ...(number !== undefined && { number }),
        html: html.slice(from, to),
        text: words,
        pieces: pieces ?? [words],
        line,
        from,
      };
    },
  );
  return {
    html,
    blocks,
    paragraphs,
    ...(leadIn !== undefined && { leadIn }),
    headings,
    pictures,
    excerpt,
    text: blocks
      .map((block) => block.text)
      .filter((line) => line !== '')
      .join('\n'),
    characters,
    marks,
  };
}

/** Where the text of each numbered paragraph begins, by its number. */
function paragraphStarts(marks: readonly BodyMark[]): ReadonlyMap<number, number> {
  return new Map(
    marks.flatMap((mark) => (mark.kind === 'paragraph' ? [[mark.number, mark.at] as const] : [])),
  );
}

function betweenTags(
  html: string,
  starts: ReadonlyMap<number, number>,
  number: number | undefined,
  to: number,
): string | undefined {
  return number === undefined
    ? undefined
    : html.slice(starts.get(number), to - paragraphEnd.length);
}
