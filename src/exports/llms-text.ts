import { xmlText } from './write-xml.ts';

export interface LlmsText {
  readonly paper: string;
  readonly description: string;
  readonly rights: string;
  /** Name, absolute address, and what is there. */
  readonly groups: readonly {
    readonly title: string;
    readonly links: readonly {
      readonly name: string;
      readonly address: string;
      readonly note?: string | undefined;
    }[];
  }[];
}

/** What there is for language models (llmstxt.org): the paper in a few lines, and where its texts lie. */
export function renderLlmsText({ paper, description, rights, groups }: LlmsText): string {
  return xmlText(
    [
      `# ${line(paper)}`,
      `> ${line(description)}`,
      line(rights),
      ...groups.map(({ title, links }) =>
        [
          `## ${line(title)}`,
          '',
          ...links.map(
            ({ name, address, note }) =>
              `- [${line(name).replaceAll(/[[\]]/g, '\\$&')}](${address})${note === undefined ? '' : `: ${line(note)}`}`,
          ),
        ].join('\n'),
      ),
    ].join('\n\n') + '\n',
  );
}

/** One line, without HTML: who shows Markdown may let it live. */
function line(text: string): string {
  return text
    .replaceAll(/[\s\u2028\u2029]+/g, ' ')
    .trim()
    .replaceAll(/[\\<]/g, '\\$&');
}
