import { describe, expect, test } from 'vitest';
import { isMachineWords } from './machine-words.ts';

describe('what a model says of its work', () => {
  test.each([
    'Here is the transcription of the newspaper page:',
    '**Sure, here is the text of the image:**',
    'Let me know if the second column should be checked again.',
    '以上为图片中识别出的文字内容。',
    '（注：右下角两行模糊，无法辨认。）',
    '以下是该版面的文字内容：',
    '如需我把它整理成表格，请告诉我需要哪些列，我可以继续转录。',
    '如果您需要，我还可以把全文翻译成英文。',
    '说明：原图折痕处三个字不清，已用方框代替。',
    '需要我再对照原图校一遍吗？',
    'OCRの結果です。読み取れない箇所があれば、お知らせください。',
    'Note: the lower edge of the scan is illegible.',
    'I could not read two words of the scan.',
    'Wenn Sie möchten, prüfe ich das Bild noch einmal.',
    "N'hésitez pas à demander une nouvelle transcription.",
  ])('%s', (line) => {
    expect(isMachineWords(line)).toBe(true);
  });

  test.each([
    '市图书馆把四十年前的照片扫描入库，读者可到馆查看。',
    '注意：今晚八点起渡口停航，请乘客改走大桥。',
    '说明：本表所列价格为昨日批发均价。',
    '您可以到县城任何一家网点办理。',
    'Here is where the ferry turned back on Tuesday.',
    'Let the harbour master know before noon.',
    'The museum will scan every image by spring.',
    'Note: the office is closed on Friday.',
  ])('not %s', (line) => {
    expect(isMachineWords(line)).toBe(false);
  });
});
