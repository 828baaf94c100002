import type { ArticleBody } from './article-body.ts';

/** How a view sets a body. What is not given stays as it is in `ArticleBody.html`. */
export interface BodySetting {
  /** Level of the highest crosshead, 2 to 6. */
  readonly top?: number;
  /** Put before every id, and before every address within the body. */
  readonly idPrefix?: string;
  /** HTML to stand at the head of a numbered paragraph. */
  readonly atParagraph?: (number: number) => string;
  /** HTML attributes in the place of a picture's `src="…"`, by the picture's index. */
  readonly pictureAttributes?: readonly string[];
}

/**
 * Writes a body for one view: its html with what differs from view to view written anew.
 *
 * @returns HTML, well-formed as XML as far as what is put in is
 */
export function setBody({ html, marks }: ArticleBody, setting: BodySetting): string {
  const { top = 2, idPrefix = '', atParagraph, pictureAttributes } = setting;
  let set = '';
  let from = 0;
  const replace = (at: number, to: number, text: string): void => {
    set += html.slice(from, at) + text;
    from = to;
  };
  for (const mark of marks) {
    const { at } = mark;
    switch (mark.kind) {
      case 'level':
        if (top !== 2) replace(at, at + 1, String(Math.min(6, Number(html[at]) + top - 2)));
        break;
      case 'id':
        if (idPrefix !== '') replace(at, at, idPrefix);
        break;
      case 'picture': {
        const attributes = pictureAttributes?.[mark.picture];
        if (attributes !== undefined) replace(at, mark.to, attributes);
        break;
      }
      case 'paragraph':
        if (atParagraph !== undefined) replace(at, at, atParagraph(mark.number));
        break;
    }
  }
  return set + html.slice(from);
}
