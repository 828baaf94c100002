import type { Byline } from '../../../newspaper/byline.ts';
import type { BodyBlock } from '../../page/article-draft.ts';
import { readByline, roleOf } from '../../page/read-byline.ts';
import { readLeadIn } from '../../page/lead-in.ts';
import { endsSigned } from '../../lexicon/stops.ts';
import { beginsAsName } from '../../page/read-names.ts';
import { report, sign, type DraftPass, type DraftSheet } from '../draft-sheet.ts';

export const readOpening: DraftPass = {
  id: 'read-opening',
  why: '本报讯（记者 张三） opens and signs; read after the repairs, which close blanks within a name or a role.',
  run(sheet) {
    if (sheet.isPhoto) return;
    const first = sheet.body.find((block) => block.type === 'paragraph');
    const leadIn = first && readLeadIn(first.text);
    if (!leadIn) return;
    sheet.hasLeadIn = true;
    if (leadIn.namesUnread) report(sheet, 'byline-unread', first, {}, leadIn.text);
    for (const byline of leadIn.bylines) sign(sheet, byline, first);
  },
};

export const readEnd: DraftPass = {
  id: 'read-end',
  why: 'A name in brackets at the very end signs the item: （记者 张三）, （作者：李四）, （祁连）; where pieces are signed each, it stays with its piece.',
  run(sheet) {
    const last = sheet.body.at(-1);
    if (sheet.isPhoto || last?.type !== 'paragraph') return;
    const end = readBracketedEnd(last, sheet);
    // Where several pieces are signed each, none of them signs the whole.
    if (!end || [isInBrackets, endsInBrackets].some((is) => sheet.body.filter(is).length > 1))
      return;
    if (end.isBare && sheet.bylines.length > 0) return;
    for (const one of end.bylines) {
      sign(sheet, one, last);
      if (!end.isBare || beginsAsName(one.name)) continue;
      report(sheet, 'byline-bare', last, { found: one.name }, end.printed);
    }
    sheet.setAside.push(end.printed);
    const text = last.text.slice(0, end.start).trimEnd();
    sheet.body = text === '' ? sheet.body.slice(0, -1) : sheet.body.with(-1, { ...last, text });
  },
};

const isInBrackets = (block: BodyBlock): boolean =>
  block.type === 'paragraph' && /^[（(][^（()）]{2,12}[)）]$/u.test(block.text.trim());

/** 简讯: each of its pieces ends with who sent it in, `……笑脸。（祁连）`. */
const endsInBrackets = (block: BodyBlock): boolean =>
  block.type === 'paragraph' && endsSigned(block.text);

interface BracketedEnd {
  readonly bylines: readonly Byline[];
  /** Names alone, by no word that they sign. */
  readonly isBare: boolean;
  readonly printed: string;
  /** UTF-16 offset of the bracket. */
  readonly start: number;
}

const role = /记者|記者|通讯员|通訊員|通信员|作者[：: ]|撰稿|评论员|翻译|编译|整理|供稿|执笔/u;
const workplace = /(?:[科股室局站所办院校村镇乡厂队部馆]|学校|公司|中心|一中|二中)$/u;
/** （完）, （节选）: what the editors say of the text. */
const word =
  /^(?:完|待续|未完|未完待续|全文完|上|中|下|略|节选|选登|选载|续完|连载|资料图?片?|组诗|外.首|有删[节改]|题图.*|本报.*)$/u;

/** （三枝由香）, （高梨 奈緒、田部 均）; （敬称略）, （共同） and （次回は5日） are nobody. */
const japaneseWriter =
  /^(?!.*(?:略|同$|通信|写真|撮影|参照|掲載|時点|当時|部$|社$|[回号月日年続]))(?:\p{Script=Han}{1,3}[ \u3000]?[\p{Script=Han}\p{Script=Hiragana}]{1,3}(?:[、・]|$)){1,3}$/u;

/** The names in brackets that a text ends with, after its last stop. */
function readBracketedEnd(block: BodyBlock, sheet: DraftSheet): BracketedEnd | undefined {
  if (block.type !== 'paragraph') return undefined;
  const text = block.text.trimEnd();
  const match = /[（(]([^（()）]{2,40})[)）]$/u.exec(text);
  if (!match) return undefined;
  const words = match[1]!;
  const { index: start, 0: printed } = match;
  if (role.test(words)) {
    const byline = readByline(words, sheet.context.repair.script);
    return byline?.strength === 'strong'
      ? { bylines: byline.bylines, isBare: false, printed, start }
      : undefined;
  }
  if (sheet.context.repair.script === 'japanese') {
    const signed = japaneseWriter.test(words) && /。$/u.test(text.slice(0, start));
    const byline = signed ? readByline(printed, 'japanese') : undefined;
    return byline && { bylines: byline.bylines, isBare: false, printed, start };
  }
  const isBare = /^\p{Script=Han}{2,3}(?:[ 、]\p{Script=Han}{2,3}){0,2}$/u.test(words);
  if (!isBare || word.test(words) || !/[。！？…][”’]?$/u.test(text.slice(0, start)))
    return undefined;
  const names = words.split(/[ 、]/u);
  // （宣传科 丁香）: whose the writer is stands before the name, and is printed with it.
  let label: string | undefined;
  if (names.length > 1 && workplace.test(names[0]!)) label = names.shift();
  // One family name at least among several words.
  else if (names.length > 1 && !names.some(beginsAsName)) return undefined;
  const bylines = names.map((name): Byline => ({ name, role: roleOf(undefined), label }));
  return { bylines, isBare: true, printed, start };
}
