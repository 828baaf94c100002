import type { Finding } from '../../newspaper/finding.ts';
import { excerptOf } from '../../newspaper/local-finding.ts';
import { blockRoles, type BlockRole, type Decision } from '../page/decision.ts';
import { inLanguage } from '../../wording/in-language.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { roleNames } from '../draft/role-names.ts';
import { addDecision, noDecisions, parseDecisions, replaceRivals } from './decisions-file.ts';
import { reviewWording } from './review-wording.ts';
import { listPageBlocks, type PageBlock } from './list-page-blocks.ts';

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

/** A person at a terminal. Where the person leaves (Ctrl-C), the answer is undefined. */
export interface Reviewer {
  show(title: string, text: string): void;
  choose<Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
  ): Promise<Value | undefined>;
  /** @param fault says why an answer will not do; undefined where it will */
  ask(
    question: string,
    initial: string,
    fault: (answer: string) => string | undefined,
  ): Promise<string | undefined>;
}

export interface ReviewRequest {
  readonly reviewer: Reviewer;
  readonly language: CommandLanguage;
  /** The page's kept source. */
  readonly source: string;
  /** Line of the input file at which the page begins, from 1: findings count from there. */
  readonly firstLine: number;
  /** The decisions file as it stands, free of faults; undefined: there is none. */
  readonly decisionsText: string | undefined;
  /** Imports the page with these decisions and says what it finds. Touches no file. */
  readonly findWith: (decisions: readonly Decision[]) => readonly Finding[];
  /** Puts the decisions file in place. @returns a finding where that failed */
  readonly save: (text: string) => Finding | undefined;
}

export interface ReviewOutcome {
  readonly decisions: readonly Decision[];
  /** Why the file could not be written: then nothing more was asked. */
  readonly failure?: Finding | undefined;
}

type Answer =
  'accept' | 'edit' | 'role' | 'split' | 'merge' | 'move' | 'skip' | 'later' | 'undo' | 'quit';

/**
 * Walks a person through the findings of a page that need one. Each decision is written at once, so
 * that nothing decided is lost whenever the person leaves or the machine goes down; and the page is
 * imported anew after each, so that the next question is about what then stands.
 */
export async function reviewPage(request: ReviewRequest): Promise<ReviewOutcome> {
  const { reviewer, source, firstLine, language } = request;
  const words = reviewWording[language];
  const sourceLines = source.split('\n');
  const blocks = listPageBlocks(source);
  let text = request.decisionsText;
  let decisions = text === undefined ? [] : parseDecisions(text, '').decisions;
  const postponed = new Set<string>();
  /** The file before each answer, for taking it back. */
  const history: string[] = [];

  const open = (): readonly Finding[] =>
    request.findWith(decisions).filter(({ severity }) => severity === 'review');
  const write = (next: string): Finding | undefined => {
    const failure = request.save(next);
    if (failure) return failure;
    text = next;
    decisions = parseDecisions(next, '').decisions;
    return undefined;
  };

  for (;;) {
    const waiting = open().filter((finding) => !postponed.has(keyOf(finding)));
    const [finding] = waiting;
    if (!finding) return { decisions };
    const line = finding.line - firstLine + 1;
    const lastLine = (finding.lastLine ?? finding.line) - firstLine + 1;
    const block = blockAt(blocks, line);

    const { message, action } = inLanguage(finding, language);
    reviewer.show(
      words.title(finding.line, finding.id, waiting.length),
      `${renderSurroundings(sourceLines, { line, lastLine }, firstLine)}\n\n${message}\n${action}`,
    );
    const answer = await reviewer.choose(
      words.whatToDo,
      offerAnswers(block, history.length > 0, language),
    );
    if (answer === undefined || answer === 'quit') return { decisions };
    if (answer === 'later') {
      postponed.add(keyOf(finding));
      continue;
    }
    if (answer === 'undo') {
      const failure = write(history.pop()!);
      if (failure) return { decisions, failure };
      postponed.clear();
      continue;
    }
    const decision = await askDecision(request, answer, finding, line, block, blocks);
    if (decision === undefined) continue;
    history.push(text ?? noDecisions);
    let failure = write(replaceRivals(text, decision));
    // What the decision has not made go away has been looked at all the same.
    const isLeft = decision.action !== 'accept' && !failure;
    if (isLeft && open().some((other) => keyOf(other) === keyOf(finding))) {
      failure = write(addDecision(text, acceptance(finding, line)));
    }
    if (failure) return { decisions, failure };
  }
}

function keyOf({ id, line, excerpt }: Finding): string {
  return `${line} ${id} ${excerpt}`;
}

function blockAt(blocks: readonly PageBlock[], line: number): PageBlock | undefined {
  return blocks.find(({ lines }) => lines.first <= line && line <= lines.last);
}

function offerAnswers(
  block: PageBlock | undefined,
  canUndo: boolean,
  language: CommandLanguage,
): Choice<Answer>[] {
  const about = block ? excerptOf(block.text).slice(0, 16) : '';
  const ofBlock = block ? (['edit', 'role', 'split', 'merge', 'move', 'skip'] as const) : [];
  const offered: readonly Answer[] = [
    'accept',
    ...ofBlock,
    'later',
    ...(canUndo ? (['undo'] as const) : []),
    'quit',
  ];
  return offered.map((value) => {
    const { label, hint } = reviewWording[language].answers[value];
    return { value, label, hint: hint(about) };
  });
}

function acceptance(finding: Finding, line: number): Decision {
  const text = excerptOf(finding.excerpt);
  return {
    line: Math.max(line, 1),
    text: text || undefined,
    action: 'accept',
    finding: finding.id,
  };
}

/** As much of a block as tells it from its neighbours, for the eye and for noticing another source. */
const guardLength = 16;

async function askDecision(
  { reviewer, language }: ReviewRequest,
  answer: Exclude<Answer, 'later' | 'undo' | 'quit'>,
  finding: Finding,
  line: number,
  block: PageBlock | undefined,
  blocks: readonly PageBlock[],
): Promise<Decision | undefined> {
  if (answer === 'accept' || !block) return acceptance(finding, line);
  const words = reviewWording[language];
  const at = {
    line: block.lines.first,
    text: [...block.text.split('\n')[0]!].slice(0, guardLength).join(''),
  };
  switch (answer) {
    case 'split':
    case 'merge':
    case 'skip':
      return { ...at, action: answer };
    case 'role': {
      const role = await reviewer.choose(words.whichRole, offerRoles(finding, language));
      return role && { ...at, action: 'role', role };
    }
    case 'edit': {
      const from = await reviewer.ask(words.from, '', (given) =>
        given === ''
          ? words.fromMissing
          : block.text.includes(given) || finding.excerpt.includes(given)
            ? undefined
            : words.fromElsewhere,
      );
      if (from === undefined) return undefined;
      const to = await reviewer.ask(words.to, from, () => undefined);
      return to === undefined ? undefined : { ...at, action: 'edit', from, to };
    }
    case 'move': {
      const others = blocks.filter((one) => one !== block);
      const after = await reviewer.choose(words.afterWhich, [
        { value: '0', label: words.top },
        ...others.map(({ lines, text }) => ({
          value: String(lines.first),
          label: `${lines.first} ${excerptOf(text).slice(0, 30)}`,
        })),
      ]);
      return after === undefined ? undefined : { ...at, action: 'move', after: Number(after) };
    }
  }
}

/** All roles, those that the finding itself names as possible first. */
function offerRoles(finding: Finding, language: CommandLanguage): Choice<BlockRole>[] {
  const isNamed = (role: BlockRole): boolean => finding.message.includes(roleNames[role].zh);
  return [...blockRoles.filter(isNamed), ...blockRoles.filter((role) => !isNamed(role))].map(
    (role) => ({ value: role, label: roleNames[role][language], hint: role }),
  );
}

const shownAround = 3;
const shownWidth = 60;
/** Of a finding that is about more lines the first are shown: the next questions must stay on the screen. */
const shownOfRun = 16;

/** The lines it is about and their neighbours, numbered as in the file, the lines themselves marked. */
export function renderSurroundings(
  sourceLines: readonly string[],
  { line, lastLine }: { readonly line: number; readonly lastLine: number },
  firstLine: number,
): string {
  const from = Math.max(1, line - shownAround);
  const last = Math.min(lastLine, line + shownOfRun - 1);
  const to = Math.min(sourceLines.length, last === lastLine ? last + shownAround : last);
  const width = String(to + firstLine - 1).length;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const number = from + index;
    const text = [...(sourceLines[number - 1] ?? '')];
    const shown =
      text.length > shownWidth ? `${text.slice(0, shownWidth).join('')}…` : text.join('');
    const mark = number >= line && number <= lastLine ? '▶' : ' ';
    return `${mark} ${String(number + firstLine - 1).padStart(width)} │ ${shown}`;
  }).join('\n');
}
