import { describe, expect, it } from 'vitest';
import { decideRefusal, maxLineCharacters, maxPageCharacters } from './decide-refusal.ts';

const page = '# 夜校开课\n\n昨天晚上，河湾社区的夜校开课了。\n';

describe('decideRefusal', () => {
  it.each([
    ['page-empty', ''],
    ['page-empty', ' \n\t\u3000\n'],
    ['page-image-only', '![](images/0f3a.jpg)\n'],
    ['page-image-only', '![第一版](page.png)  \n\n![](b.png)\n'],
    [
      'page-image-only',
      '<div style="text-align: center;"><img src="imgs/a.jpg" width="63%" /></div>\n',
    ],
    ['page-image-only', '![](data:image/png;base64,iVBORw0KGgo=)'],
    ['ocr-error-text', 'Error: JSONDecodeError: Expecting value: line 1 column 1 (char 0)\n'],
    ['ocr-error-text', 'Traceback (most recent call last):\n  File "ocr.py", line 3\n'],
    ['ocr-error-text', '# Error: request failed\n'],
    ['ocr-error-text', 'torch.cuda.OutOfMemoryError: CUDA out of memory.\n'],
    ['ocr-error-text', '502 Bad Gateway\n'],
    ['ocr-error-text', "I'm sorry, but I can't read the text in this image.\n"],
    ['ocr-error-text', '抱歉，我无法识别这张图片中的文字。\n'],
    ['ocr-page-missing', '[MISSING_PAGE_EMPTY:1]\n'],
    ['ocr-page-missing', '[MISSING_PAGE_FAIL:1]\n\n[MISSING_PAGE_FAIL:2]\n'],
    ['json-not-markdown', '{"pages":[{"markdown":"# 夜校"}]}\n'],
    ['json-not-markdown', '[{"type":"text"}]'],
    ['json-not-markdown', '{"id":1,"text":"夜校"}\n{"id":2,"text":"开课"}\n'],
    ['html-not-markdown', '<!DOCTYPE html>\n<html><head><title>404</title></head></html>'],
    ['html-not-markdown', '<html lang="zh">\n<head>\n<meta charset="utf-8">'],
    ['page-garbled', '昨天锟斤拷锟斤拷夜校锟斤拷开课了。'],
    ['page-garbled', '昨天\u{FFFD}\u{FFFD}夜校'],
  ])('%s: %j', (id, text) => {
    expect(decideRefusal(text)).toMatchObject({ id, severity: 'error' });
  });

  it('UTF-8 that was read as GBK', () => {
    const wrong = new TextDecoder('gbk').decode(new TextEncoder().encode(page.repeat(3)));
    expect(decideRefusal(wrong)?.id).toBe('page-garbled');
  });

  it('UTF-8 that was read as Windows-1252', () => {
    const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode(page.repeat(3)));
    expect(decideRefusal(wrong)?.id).toBe('page-garbled');
  });

  it.each([
    ['a page', page],
    ['a picture among text', `![](a.jpg)\n\n${page}`],
    [
      'a table as MinerU writes it',
      '<html><body><table><tr><td>甲</td></tr></table></body></html>\n',
    ],
    [
      'a headline that speaks of errors',
      '# Error: how a clerk lost a town\n\n' + 'A long story. '.repeat(400),
    ],
    ['a headline in brackets', '[特稿] 夜校\n\n正文。'],
    ['a page beside a missing one', `[MISSING_PAGE_EMPTY:1]\n\n${page}`],
    ['one lost character in many', page.repeat(10) + '\u{FFFD}'],
    ['French', 'Le café «à côté» élève déjà — où êtes-vous ? « Très bien », répond-il. '.repeat(5)],
    [
      'ALTO',
      '<?xml version="1.0"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"></alto>',
    ],
  ])('lets through %s', (_name, text) => {
    expect(decideRefusal(text)).toBeUndefined();
  });

  it('counts a page without the pictures written into it', () => {
    const picture = `![](data:image/png;base64,${'A'.repeat(maxPageCharacters)})`;
    expect(decideRefusal(`${page}${picture}`)).toBeUndefined();
    expect(decideRefusal('# 题\n\n'.repeat(1_000_000))?.id).toBe('page-too-large');
    // Of ALTO the words are counted, not where each glyph of them stands; its lines may be long.
    const word = '<String CONTENT="船" HPOS="1" VPOS="1"/>';
    const alto = (count: number): string => `<alto>${word.repeat(count)}</alto>`;
    expect(decideRefusal(alto(100_000))).toBeUndefined();
    expect(decideRefusal(alto(600_000))?.id).toBe('page-too-large');
  });

  it('takes a line as long as a line may be, and no longer', () => {
    const line = '字'.repeat(maxLineCharacters);
    expect(decideRefusal(`${page}\n${line}\n${page}`)).toBeUndefined();
    expect(decideRefusal(`# 题\n${line}字\n`)).toMatchObject({
      id: 'line-too-long',
      line: 2,
      column: 1,
    });
  });

  it('says where in the page', () => {
    expect(decideRefusal('\n昨\u{FFFD}天')).toMatchObject({
      line: 2,
      column: 2,
      excerpt: '昨\u{FFFD}天',
    });
  });
});
