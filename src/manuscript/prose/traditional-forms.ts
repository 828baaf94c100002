import { Converter } from 'opencc-js/t2cn';

/**
 * Characters that simplified text does not have, each with the one that it has instead: what GB 2312
 * lacks (its two levels hold 6,763 characters, `著` and `乾` among them) and OpenCC's t→cn table turns
 * into a character that it has. Takes some 20 ms: keep what it gives.
 */
export function makeTraditionalForms(): ReadonlyMap<string, string> {
  const simplified = gb2312Characters();
  const convert = Converter({ from: 't', to: 'cn' });
  const forms = new Map<string, string>();
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code);
    if (simplified.has(character)) continue;
    const instead = convert(character);
    if (simplified.has(instead)) forms.set(character, instead);
  }
  return forms;
}

/**
 * Rows 16 to 87 of GB 2312, which GBK keeps in their places. The last five cells of row 55 are empty
 * there, and in private use here.
 */
function gb2312Characters(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
}
