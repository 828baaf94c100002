import { existsSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cutTrueType, findHeadlineType } from '../../typefoundry/cut-type.ts';
import { withTypeFile } from '../../typefoundry/with-type-file.ts';
import { usualInks } from '../../newspaper/palette.ts';
import { attackTexts } from '../attack-texts.ts';
import { drawPicture } from './draw-picture.ts';
import { breakLines, charactersOf, coverSvg, shareSvg, widthInEms } from './picture-svg.ts';

test.each([
  ['一根水管，连着民生大事', 6, 2, ['一根水管，连', '着民生大事']],
  ['一二三四五六，七', 6, 2, ['一二三四五六，', '七']],
  ['燃动力量——探访', 5, 3, ['燃动力量', '——探访']],
  ['The ferry may run again', 8, 3, ['The ferry may', 'run again']],
  ['一二三四五六七八九', 3, 2, ['一二三', '四五…']],
  ['', 5, 2, []],
])('%s in lines of %i', (text, ems, most, lines) => {
  expect(breakLines(text, ems, most)).toEqual(lines);
});

test('lines are as wide as they may be, and no wider than a closing mark over', () => {
  for (const text of attackTexts(500, 3)) {
    for (const line of breakLines(text.replaceAll(/\s/g, ' '), 12, 3)) {
      // A word of its own may be too long for any line.
      if (line.includes(' ') || /^\p{Script=Han}+$/u.test(line)) {
        expect(widthInEms(line)).toBeLessThanOrEqual(40);
      }
    }
  }
});

const text = {
  paper: '某日报',
  inks: usualInks.light,
  line: '2024年3月7日　星期四',
  headlines: ['一根水管，连着民生大事', '雨'],
  foot: '某社',
};

test('covers and share pictures are well-formed whatever the headlines', () => {
  for (const title of attackTexts(2000, 4)) {
    const shown = { ...text, paper: title || '报', headlines: [title, title], foot: title };
    expect(XMLValidator.validate(coverSvg(shown))).toBe(true);
    expect(XMLValidator.validate(shareSvg({ ...shown, part: title }))).toBe(true);
    // XML 1.0, 2.4; the validator lets it pass, and resvg stopped the build.
    expect(coverSvg(shown) + shareSvg(shown)).not.toContain(']]>');
  }
});

const font = findHeadlineType('zh-Hans', process.cwd());

test.runIf(font !== undefined && existsSync(font))('glyphs are drawn, and no boxes', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'epaper-type-'));
  try {
    const draw = async (headline: string): Promise<Buffer> => {
      const shown = { ...text, headlines: [headline] };
      const cut = await cutTrueType(font!, charactersOf(shown), cache);
      const { bytes, width, height } = await withTypeFile(cut, (file) =>
        drawPicture(shareSvg(shown), file),
      );
      expect([width, height]).toEqual([1200, 630]);
      // The lead headline's line alone.
      const line = { left: 70, top: 325, width: 1060, height: 90 };
      return sharp(bytes).extract(line).greyscale().raw().toBuffer();
    };
    const [one, other, nothing] = [await draw('一'), await draw('鹿'), await draw('　')];
    const dark = (image: Buffer): number => image.filter((value) => value < 100).length;
    expect(dark(nothing)).toBe(0);
    expect(dark(one)).toBeGreaterThan(50);
    // 鹿 has far more ink than 一; two boxes for glyphs that are not there would have the same.
    expect(dark(other)).toBeGreaterThan(2 * dark(one));
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
});
