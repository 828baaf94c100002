/**
 * Numbers that a tool has set as LaTeX formulas become plain numbers again. A formula that holds
 * more than a number stays, with a finding.
 *
 * Examples:
 *   增长$15.4\%$，达到 $ 3,000 $ 元 -> 增长15.4%，达到 3,000 元
 *   面积$10^{2}$ -> 面积10²
 *   气温$-5^{\circ}C$ -> 气温-5℃
 *   误差不超过 $\pm 2$ 毫米 -> 误差不超过±2 毫米
 *   面积27.6 $\mathrm{km}^{2}$。 -> 面积27.6km²。
 *   ${ }^{8}$注 -> ⁸注
 *   $3 \times 5$米 -> 3×5米
 *   $1\sim3$天 -> 1~3天
 *   $①$ -> ①
 *   $8{:}30$开赛，$\mathrm{pH}$为$7.2$，$\mathrm{GDP}$破万亿 -> 8:30开赛，pH为7.2，GDP破万亿
 *   Diarra ( $73^{e}$ ), Moulin ( $90^{e}+2$ ), M$^{me}$ Fabre -> Diarra (73e), Moulin (90e+2), Mme Fabre
 *   分, $\textcircled{1}$ 民企占 $71.2\%$ ; $\textcircled{2}$ 外企, $\mathrm{PM}_{2.5}$ 低 -> 分,①民企占 71.2%;②外企,PM2.5 低
 *   $E=mc^2$公式 -> == ! formula-left
 *   票价$5到$8 -> ==
 *   Route $66$ , then the $3$ rd, a $4$ -year-old and $5$ percent -> Route 66, then the 3rd, a 4-year-old and 5 percent
 *   布蘭特原油價 $5.44 $2.74 每公升 -> ==
 *   門票$5-$8 -> ==
 *   占$\frac{2}{3}$，甲等$\textcircled{1}$ -> 占2/3，甲等①
 *   增长$6.{1}\%$，PM $_{2.5}$浓度$38\,\mu\mathrm{g/m^{3}}$ -> 增长6.1%，PM2.5浓度38μg/m³
 *   甲等 $\textcircled{1}$ 占，浓度 $38\mathrm{g/m^{3}}$ 。 -> 甲等①占，浓度 38g/m³。
 *   1号、 $\textcircled{2}$ 号线，气温 $-3^{\circ}\mathrm{C}\sim 8^{\circ}\mathrm{C}$ 。 -> 1号、②号线，气温-3℃~8℃。
 *   差额 $=3$万元，外资 $\$ 1.35$ 亿 -> 差额=3万元，外资$1.35 亿
 *   $\mathrm{PM}_{2.5}$浓度，PM_{2.5}超标，\textcircled{2}少开车，\frac{1}{2}，低20\% -> PM2.5浓度，PM2.5超标，②少开车，1/2，低20%
 *   差额$=3$万元，外资$\$ 1.35$亿 -> 差额=3万元，外资$1.35亿
 */
import type { Repair } from '../repair.ts';
import { findingAt, proposeEach, replaceEach } from '../prose.ts';

/** A dollar sign behind a stroke is a sign of money: it opens nothing. */
const pairOfDollars = /(?<!\\)\$\$?((?:\\.|[^$\\\n]){1,80}?)\$\$?/g;

/**
 * The formulas of a text. A pair of dollar signs holds one where both have a blank inside or neither, and
 * where no figure follows unless it holds a mark of LaTeX: `$5.44 $2.74` are two sums of money.
 */
function* formulasOf(text: string): Generator<RegExpExecArray> {
  const pair = new RegExp(pairOfDollars);
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const inner = match[1]!;
    const isEven = inner.startsWith(' ') === inner.endsWith(' ');
    const isMoney = !/[\\^_{}=]/.test(inner) && /^\d/.test(text.slice(pair.lastIndex));
    if (isEven && !isMoney) yield match;
    else pair.lastIndex = match.index + 1;
  }
}

/** Words in upright letters: \mathrm{pH}, \text{CO}. */
const upright = /\\(?:mathrm|text|mathbf|mathit|textbf|operatorname)\s*\{([^{}]*)\}/g;

const commands: readonly (readonly [RegExp, string])[] = [
  [/\\frac\s*\{(\d{1,4})\}\s*\{(\d{1,4})\}/g, '$1/$2'],
  [/\\mu(?![a-z])/g, 'μ'],
  // PM2.5 is written on the line in a newspaper.
  [/_\s*\{?\s*(\d+\.\d+)\s*\}?/g, '$1'],
  [/\\\$/g, '$$'],
  [/\{\s*\}/g, ''],
  [/\\%/g, '%'],
  [/\\#/g, '#'],
  [/\\(?:sim|thicksim)(?![a-z])/g, '~'],
  [/\\times(?![a-z])/g, '×'],
  [/\\pm(?![a-z])/g, '±'],
  [/\\div(?![a-z])/g, '÷'],
  [/\\cdot(?![a-z])/g, '·'],
  [/\\(?:ge|geq|geqslant)(?![a-z])/g, '≥'],
  [/\\(?:le|leq|leqslant)(?![a-z])/g, '≤'],
  [/\\(?:ldots|cdots|dots)(?![a-z])/g, '……'],
  [/\^\s*\{?\s*\\circ\s*\}?/g, '°'],
  [/°\s*C(?![a-z])/g, '℃'],
  [/\\permil(?![a-z])/g, '‰'],
  [/\\[,;:! ]/g, ''],
  [/\{\s*([,:.])\s*\}/g, '$1'],
  // A figure in braces that nothing raises or lowers: 6.{1}.
  [/(?<![\^_]\s*)\{\s*([\d.]+)\s*\}/g, '$1'],
];

/** A command that stands in prose without the dollar signs of a formula. */
const bareCommand =
  /\\textcircled\s*\{\d{1,2}\}|\\frac\s*\{\d{1,4}\}\s*\{\d{1,4}\}|(?<=[A-Za-z])_\{\d+(?:\.\d+)?\}|(?<=[A-Za-z\d])\^\{\d{1,3}\}|(?<=\d)\s?\^\{?\\circ\}?\s?C?|(?<=\d)\\%/g;

const printedOn = /^ (?:[,.;:!?)]|-[a-z]|(?:st|nd|rd|th)\b)/u;

/** 1^{er}, 73^{e}+2, ^{me}, 5^{th}: letters that print raises and a plain text writes on the line. */
const ordinal =
  /^(\d*)\s*\^\s*\{?\s*([eaor]|es|[eè]me|ère|ers?|res?|nde?|me|lle|gr|os|st|nd|rd|th)\s*\}?(\s*\+\s*\d+)?$/u;

const raised = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
const lowered = [...'₀₁₂₃₄₅₆₇₈₉'];

export const unwrapNumberFormulas: Repair = {
  id: 'unwrap-number-formulas',
  stage: 'page',
  after: ['decode-entities'],
  scripts: ['han-simplified', 'han-traditional', 'japanese', 'korean', 'latin'],
  why: 'Width and blanks of a mark depend on the number beside it.',
  propose: (blocks, { script }) =>
    proposeEach(blocks, function* (block, _index, notes) {
      const { text } = block;
      const formulas = [...formulasOf(text)];
      const inFormula = (at: number): boolean =>
        formulas.some(({ index, 0: whole }) => at >= index && at < index + whole.length);
      for (const match of formulas) {
        const start = match.index;
        const end = start + match[0].length;
        const plain = readNumber(match[1]!);
        if (plain !== undefined) {
          // A unit alone was printed on to its number.
          const unit = /^[A-Za-z]/.test(plain) && /\d $/.test(text.slice(0, start));
          // So is a sign to the word before it; blanks beside digits are closed elsewhere.
          const lowered = /^\s*_/.test(match[1]!) && /[A-Za-z] $/.test(text.slice(0, start));
          const isSolid = script !== 'latin' && script !== 'korean';
          const sign =
            (/^\D/u.test(plain) && /[\p{Script=Han}，、；：。] $/u.test(text.slice(0, start))) ||
            // Behind a stop a blank would pass for a lost indent.
            (isSolid && /[。！？；”」] $/u.test(text.slice(0, start))) ||
            (isSolid && /[,;:] $/u.test(text.slice(0, start))) ||
            /[(（] $/u.test(text.slice(0, start));
          const mark =
            /\D$/u.test(plain) && /^ [\p{Script=Han}，。、；：！？）]/u.test(text.slice(end));
          // Tools set a blank behind a formula, before what was printed on to it: `$66$ ,`, `$3$ rd`.
          const tail =
            /^ [)）]/u.test(text.slice(end)) ||
            ((isSolid || /\d$/u.test(plain)) && printedOn.test(text.slice(end, end + 6)));
          yield {
            start: unit || sign || lowered ? start - 1 : start,
            end: mark || tail ? end + 1 : end,
            text: plain,
          };
        } else if (/[\\^_{}=]/.test(match[1]!)) {
          notes.push(findingAt('formula-left', block, { start, end }));
        }
      }
      yield* replaceEach(text, bareCommand, ([command], start) =>
        inFormula(start) ? undefined : readNumber(command),
      );
    }),
};

const numberAndUnit =
  /^[-+~≥≤±<>=#]?\$?[\d.,:/%‰°′″⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉×÷±~·+*()（）…-]*(?:[①-⑳]|℃(?:~[-+]?[\d.]+℃)?|°?[CF]|[kmμ]?g\/(?:m³|L)|μ[gm]|k?m[²³]?|cm|mm|kg|m|t|g|GW|kW|MW|kV|h|s|CO₂|H₂O|PM₂|PM)?[\d.²³]*$/u;

/**
 * A number with its signs and units, an ordinal, or a word that is set upright with a number or none;
 * undefined where the formula says more than that.
 */
function readNumber(formulaText: string): string | undefined {
  const raisedWord = ordinal.exec(formulaText.trim());
  if (raisedWord) return raisedWord.slice(1).join('').replaceAll(/\s/gu, '');
  // Braces hold none of their kind: g/m^{3} within \mathrm{…}.
  const formula = formulaText.replaceAll(/([_^])\s*\{\s*(\d{1,3}(?:\.\d+)?)\s*\}/g, '$1$2');
  const text = plainText(formula.replaceAll(upright, '{}$1'));
  if (text === '') return undefined;
  if (numberAndUnit.test(text)) return text;
  const rest = formula.replaceAll(upright, '');
  const isWord = rest !== formula && /^[\p{L}\p{N}₀-₉⁰¹²³⁴-⁹.,:=%/·~+-]+$/u.test(text);
  return isWord && numberAndUnit.test(plainText(rest)) ? text : undefined;
}

/** The text of a formula without its commands and blanks. */
function plainText(formulaText: string): string {
  let text = formulaText;
  for (const [pattern, plain] of commands) text = text.replace(pattern, plain);
  return text
    .replace(/\\textcircled\s*\{?\s*(\d{1,2})\s*\}?/g, (whole, digits: string) => {
      const number = Number(digits);
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : whole;
    })
    .replace(/\^\s*\{?\s*(\d{1,3})\s*\}?/g, (_, digits: string) => shift(digits, raised))
    .replace(/_\s*\{?\s*(\d{1,3})\s*\}?/g, (_, digits: string) => shift(digits, lowered))
    .replace(/\s+/g, '');
}

function shift(digits: string, table: readonly string[]): string {
  return [...digits].map((digit) => table[Number(digit)]).join('');
}
