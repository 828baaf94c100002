import { describe, expect, test } from 'vitest';
import { segmentPage } from '../segment/segment-page.ts';
import { classifyBlocks } from './classify-blocks.ts';

/** Role and first words of each block of a page given as Markdown. */
function rolesOf(page: string): readonly string[] {
  const script = 'han-simplified';
  const { blocks } = segmentPage(page, script);
  return classifyBlocks(blocks, { script, columns: [] }).map(
    ({ role, block }) => `${role} ${block.text.slice(0, 8)}`,
  );
}

const news =
  '本报讯（记者 沈知秋）11月21日，宁川至海州城际公交开通运营，全程五十二公里，票价六元。';
const text =
  '县档案馆三楼最里间，六十七岁的老馆员正用毛笔蘸着糨糊，一页一页托裱旧志，一坐就是一上午。';

describe('classifyBlocks', () => {
  test('words that stand over two headlines of a page are a column', () => {
    const page = `# 宁川这十年\n\n# 老街巷换上新筋骨\n\n${news}\n\n# 宁川这十年\n\n# 海风吹来大风车\n\n${news}`;
    expect(rolesOf(page).filter((one) => one.includes('宁川这十年'))).toEqual([
      'column-label 宁川这十年',
      'column-label 宁川这十年',
    ]);
  });

  test('where to reach somebody is text within an article, and the paper’s own at the page’s edge', () => {
    const page = `# 老街茶馆重新开门\n\n${news}\n\n新闻热线：0631-5550123\n\n二、投稿邮箱：show@paper.example\n\n${text}\n\n新闻热线：0631-5550999`;
    expect(rolesOf(page)).toEqual([
      'headline 老街茶馆重新开门',
      `paragraph ${news.slice(0, 8)}`,
      'paragraph 新闻热线：063',
      'paragraph 二、投稿邮箱：s',
      `paragraph ${text.slice(0, 8)}`,
      'folio 新闻热线：063',
    ]);
  });

  test.each(['---', '* * *', '※', '◇ ◇ ◇'])('%s between two whole texts parts sections', (rule) => {
    const script = 'han-simplified';
    const breaksIn = (page: string): readonly (number | undefined)[] =>
      classifyBlocks(segmentPage(page, script).blocks, { script, columns: [] }).map(
        (one) => one.sectionBreak?.first,
      );
    const head = `# 巷口的修鞋摊还在\n\n□ 梅子黄\n\n`;
    expect(breaksIn(`${head}${text}\n\n${rule}\n\n${text}`).filter(Boolean)).toEqual([7]);
    // A column's end within a sentence, and a frame under a head, part nothing.
    expect(breaksIn(`${head}${text.slice(0, -8)}\n\n${rule}\n\n${text}`).filter(Boolean)).toEqual(
      [],
    );
    expect(breaksIn(`${head}${rule}\n\n${text}`).filter(Boolean)).toEqual([]);
  });

  test('a column may be named under the headline, over the byline', () => {
    expect(rolesOf(`# 巷口的修鞋摊还在\n\n一周热评\n\n□ 梅子黄\n\n${text}`)).toEqual([
      'headline 巷口的修鞋摊还在',
      'column-label 一周热评',
      'byline □ 梅子黄',
      `paragraph ${text.slice(0, 8)}`,
    ]);
  });

  test('what somebody said stands over the headline that says it', () => {
    expect(rolesOf(`# 市委书记在调研时强调\n\n# 把好事办实\n\n${news}`).slice(0, 2)).toEqual([
      'kicker 市委书记在调研时',
      'headline 把好事办实',
    ]);
  });

  test('on a page without headings, short lines in a signed report are its crossheads', () => {
    const page = `一本县志的“续命人”\n\n本报记者 乐正\n\n${text}\n\n虫眼里的年月\n\n${text}\n\n灯下的手艺\n\n${text}\n\n城际公交开通\n\n${news}`;
    expect(rolesOf(page).filter((one) => !one.startsWith('paragraph'))).toEqual([
      'headline 一本县志的“续命',
      'byline 本报记者 乐正',
      'crosshead 虫眼里的年月',
      'crosshead 灯下的手艺',
      'headline 城际公交开通',
    ]);
  });

  test('where a tool marks few of its titles, those without a mark are headlines too', () => {
    const brief = '县气象台说，未来三天多云，气温比前两天高四度左右，夜里有轻霜，菜农要盖好棚膜。';
    const page = `# 城际公交开通\n\n${news}\n\n宁川新增三处口袋公园\n\n${text}\n\n县图书馆周末夜间开放\n\n${brief}\n\n首届乡村篮球赛开赛\n\n${text}`;
    expect(rolesOf(page).filter((one) => one.startsWith('headline'))).toEqual([
      'headline 城际公交开通',
      'headline 宁川新增三处口袋',
      'headline 县图书馆周末夜间',
      'headline 首届乡村篮球赛开',
    ]);
  });

  test('a dated sentence and a photographer are a photo whose picture was dropped', () => {
    const photo =
      '11月20日，社员在大棚里给草莓苗培土。\n\n立冬以来，合作社新栽草莓四十亩，元旦前后上市。';
    const page = `城际公交开通\n\n${news}\n\n${photo}\n\n通讯员 乐正 摄\n\n一本县志的“续命人”\n\n${text}`;
    expect(rolesOf(page).map((one) => one.split(' ')[0])).toEqual([
      'headline',
      'paragraph',
      'caption',
      'caption',
      'credit',
      'headline',
      'paragraph',
    ]);
  });

  test('a few words between a picture and its dated caption are the title of the photo', () => {
    const page = `# 城际公交开通\n\n${news}\n\n![](1.jpg)\n\n大棚里育新苗\n\n11月20日，社员在大棚里给草莓苗培土。\n\n通讯员 乐正 摄\n\n# 一本县志的“续命人”\n\n${text}`;
    expect(
      rolesOf(page)
        .slice(2, 6)
        .map((one) => one.split(' ')[0]),
    ).toEqual(['image', 'headline', 'caption', 'credit']);
  });

  test('briefs without a mark are headlines, after a table and after a signed report, too', () => {
    const table =
      '| 项目 | 数量 |\n| --- | --- |\n| 全县新建电梯的老旧小区数 | 八十六个小区 |\n| 全县新修通村公路 | 一百二十公里 |';
    const page = `一本县志的“续命人”\n\n本报记者 乐正\n\n${text}\n\n${table}\n\n宁川新增三处口袋公园全部免费开放\n\n${text}\n\n县图书馆周末夜间开放\n\n${text}`;
    expect(rolesOf(page).filter((one) => /^(?:headline|crosshead)/u.test(one))).toEqual([
      'headline 一本县志的“续命',
      'headline 宁川新增三处口袋',
      'headline 县图书馆周末夜间',
    ]);
  });

  test('a heading that tells its own news is no crosshead of the signed report before it', () => {
    const page = `# 一本县志的“续命人”\n\n本报记者 乐正\n\n${text}\n\n${text}\n\n# 宁川获评书香之城\n\n${text}`;
    expect(rolesOf(page).at(-2)).toBe('headline 宁川获评书香之城');
  });

  test('a plain sentence with its full stop is no headline, and a correction no name', () => {
    const page = `城际公交开通\n\n${news}\n\n票价六元。\n\n更正\n\n${text}`;
    expect(rolesOf(page).slice(2, 4)).toEqual(['paragraph 票价六元。', 'headline 更正']);
  });

  test('a line that its column has cut is no headline', () => {
    const page = `城际公交开通\n\n${news}\n\n今年雪季，宁川市新增雪道十四条，开通城区至\n\n雪场的旅游专线五条，市民早上坐公交去，晚上滑完雪回来。`;
    expect(rolesOf(page).at(2)).toBe('paragraph 今年雪季，宁川市');
  });

  test('an office signs a text, and is a title over one', () => {
    const page = `# 公告\n\n因供水管网改造，10月15日8时至18时滨河路以东停水，请储水。\n\n望川市水务集团有限公司`;
    expect(rolesOf(page).at(-1)).toBe('paragraph 望川市水务集团有');
    expect(rolesOf(`望川市总工会搬新楼迎新站\n\n${news}`)[0]).toBe('headline 望川市总工会搬新');
  });

  test('a letter begins with whom it is to, and no headline does', () => {
    const letter = `井盖响了半个月\n\n■ 乐正\n\n编辑同志：\n\n${text}`;
    expect(rolesOf(letter).at(2)).toBe('paragraph 编辑同志：');
    expect(rolesOf(letter.replaceAll(/^(?=[井编])/gmu, '## ')).at(2)).toBe('paragraph 编辑同志：');
  });

  test('headings of one rank in an unsigned text: brothers over paragraphs are its sections, others the next item', () => {
    const heads = (page: string): readonly string[] =>
      rolesOf(page).filter((one) => /^(?:headline|crosshead)/u.test(one));
    const guide = `# 怎样挑选羽绒服\n\n${text}\n\n# 看标签\n\n${text}\n\n# 摸手感\n\n${text}`;
    expect(heads(guide)).toEqual([
      'headline 怎样挑选羽绒服',
      'crosshead 看标签',
      'crosshead 摸手感',
    ]);
    const prices = `# 农资市场行情\n\n本周农资价格以稳为主，尿素小幅上涨。\n\n# 活畜价格\n\n生猪 15.2 元/公斤\n\n仔猪 26.0 元/公斤`;
    expect(heads(prices)).toEqual(['headline 农资市场行情', 'headline 活畜价格']);
  });

  test('where every headline is signed, a short heading in a signed report is its crosshead', () => {
    const page = `## 一本县志的“续命人”\n\n■ 本报记者 乐正\n\n${text}\n\n## 虫眼里的年月\n\n${text}\n\n## 灯下的手艺\n\n${text}\n\n## 城际公交开通\n\n${news}`;
    expect(rolesOf(page).filter((one) => /^(?:headline|crosshead)/u.test(one))).toEqual([
      'headline 一本县志的“续命',
      'crosshead 虫眼里的年月',
      'crosshead 灯下的手艺',
      'headline 城际公交开通',
    ]);
    const signedBelow = page.replace(/$/u, `\n\n## 海风吹来大风车\n\n${text}\n\n（祁连）`);
    expect(rolesOf(signedBelow).at(-3)).toBe('headline 海风吹来大风车');
  });

  test('words that may go on in the next line are no headline where headlines are marked', () => {
    const page = `## 城际公交开通\n\n${news}\n\n首班车于清晨六点由专人\n\n护送至海州北站。\n\n## 灯下的手艺\n\n${news}\n\n## 海风吹来大风车\n\n${news}`;
    expect(rolesOf(page).at(2)).toBe('paragraph 首班车于清晨六点');
  });

  test('a caption begins with its own day: the paragraph of news before it is none', () => {
    const last =
      '近日，关于促进家居、汽车和电子产品更新的一系列办法陆续出台，宁川市将合力优化城乡市场，增加好货供给，让老街上的铺子继续热闹，让乡下的人家也能以旧换新。';
    const page = `# 城际公交开通\n\n${news}\n\n${last}\n\n11月20日，社员在大棚里给草莓苗培土。 ■ 乐正`;
    expect(rolesOf(page).at(2)).toBe(`paragraph ${last.slice(0, 8)}`);
    expect(rolesOf(page).at(3)).toBe('caption 11月20日，社');
  });

  test('the editors may stand over a photo that has no headline', () => {
    const page = `06版 影像\n\n责任编辑：骆一鸣 版式：康宁\n\n11月20日，社员在大棚里给草莓苗培土。\n\n■ 乐正\n\n# 城际公交开通\n\n${news}`;
    expect(
      rolesOf(page)
        .slice(0, 4)
        .map((one) => one.split(' ')[0]),
    ).toEqual(['folio', 'page-credits', 'caption', 'credit']);
  });

  test('a の in the name of a shop makes no Japanese page of a Chinese one', () => {
    const pageWith = (shop: string): string =>
      `# 老街巷换上新筋骨\n\n${text.slice(0, -1)}，门口是${shop}。\n\n# 虫眼里的年月\n\n${text}`;
    expect(rolesOf(pageWith('优の果店'))).toEqual(rolesOf(pageWith('优果店')));
    expect(rolesOf(pageWith('优の果店')).at(2)).toBe('crosshead 虫眼里的年月');
  });

  test('words of a page of the web, and the list under them, are no text of the paper', () => {
    const page = `# 城际公交开通\n\n来源：宁川网\n\n${news}\n\n相关阅读\n\n《老街添新店》`;
    expect(rolesOf(page)).toEqual([
      'headline 城际公交开通',
      'clutter 来源：宁川网',
      `paragraph ${news.slice(0, 8)}`,
      'clutter 相关阅读',
      'clutter 《老街添新店》',
    ]);
  });

  test('关于我们 among the links of a page of the web is no text; at the head of a sentence it is', () => {
    const footer = `# 城际公交开通\n\n${news}\n\n关于我们 | 联系我们`;
    expect(rolesOf(footer)).toContain('clutter 关于我们 | 联');
    const told = '关于我们这条街，老人们说得出一百个故事，年轻人一个也没有听过。';
    expect(rolesOf(`# 城际公交开通\n\n${news}\n\n${told}`)).toContain(
      `paragraph ${told.slice(0, 8)}`,
    );
  });

  test('the slogan of a campaign over a headline is a column', () => {
    const page = `**奋进新征程 建功新时代**\n\n# 前五个月老街添新店\n\n■ 本报记者 乐正\n\n${text}`;
    expect(rolesOf(page)[0]).toMatch(/^column-label/u);
  });

  test('a deck in bold stands under a headline without a mark', () => {
    const page = `城际公交今日开通\n\n**——宁川与海州通勤圈见闻**\n\n${news}`;
    expect(rolesOf(page).slice(0, 2)).toEqual(['headline 城际公交今日开通', 'deck ——宁川与海州通']);
  });
});
