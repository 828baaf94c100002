import { describe, expect, test } from 'vitest';
import { readByline } from './read-byline.ts';
import { labelCost, tellsNews } from '../lexicon/column-label.ts';
import { editDistance } from '../lexicon/edit-distance.ts';
import { matchName } from './match-name.ts';
import { findTrailingCredit, readCredit } from './read-credit.ts';
import { readFolio } from './folio.ts';
import { isGuideLine, readJump, readLeadingJump } from './jump.ts';
import { readLeadIn } from './lead-in.ts';
import { readPageCredits } from './page-credits.ts';
import { readBarePartNumber, readHanNumber, readPartNumber } from '../lexicon/printed-number.ts';
import { readNames } from './read-names.ts';
import { findPrintedDate } from '../lexicon/printed-date.ts';
import { goesOnInNextLine } from './title-line.ts';
import { couldBeVerse, isVerse } from './verse.ts';

const people = (
  bylines: readonly { name: string; role: string }[] | undefined,
): string | undefined => bylines?.map(({ name, role }) => `${name}/${role}`).join(' ');

describe('bylines', () => {
  test.each([
    ['■ 本报记者 尹腾淑', '尹腾淑/reporter'],
    ['■ 王明琪', '王明琪/contributor'],
    ['本报记者 曹天伟 刘 敏 通讯员 王强', '曹天伟/reporter 刘敏/reporter 王强/correspondent'],
    ['记者曹天伟', '曹天伟/reporter'],
    ['文/张三丰 图/李四光', '张三丰/contributor 李四光/photographer'],
    ['陈亮/文 王芳/图', '陈亮/contributor 王芳/photographer'],
    ['作者：赵明', '赵明/contributor'],
    ['闻海 编译', '闻海/translator'],
    ['本报记者 仓颉 文 鲁班 图', '仓颉/reporter 鲁班/photographer'],
    ['□ 本报记者 邹 文', '邹文/reporter'],
    ['（县农机站 林 溪 整理）', '林溪/contributor'],
    ['（作者：白杨，单位：县第二中学）', '白杨/contributor'],
    ['（作者单位：县林业局 作者：冷 杉）', '冷杉/contributor'],
    ['读者 纪长风', '纪长风/contributor'],
    ['本报记者 祝融 摄影报道', '祝融/photographer'],
    ['记者 阿依古丽·买买提', '阿依古丽·买买提/reporter'],
    ['記者王小明／台北報導', '王小明/reporter'],
    ['By JANE DOE and JOHN ROE', 'Jane Doe/reporter John Roe/reporter'],
    ['By Marian Holt Staff Writer', 'Marian Holt/reporter'],
    ['本报评论员', '本报评论员/contributor'],
  ])('%s', (text, expected) => {
    const read = readByline(text);
    expect(read?.strength).toBe('strong');
    expect(people(read?.bylines)).toBe(expected);
  });

  test('a name alone is a weak sign, any other word a faint one', () => {
    expect(readByline('刘卫东')?.strength).toBe('weak');
    expect(readByline('束怀瑾')?.strength).toBe('faint');
  });

  test.each([
    '市委宣讲团宣讲党的二十大精神',
    '文化中国行',
    '记者从市政府了解到，今年一切顺利。',
    '在名单中，记者发现，有三家',
    '节期间，记者来到这里，记录下',
    '读者来信',
    '记者手记',
    '记者连线',
    '记者走基层 之七',
    '下转六版',
    '一根水管，连着民生大事',
    'Ferry Fares to Rise in June',
  ])('no byline: %s', (text) => {
    expect(readByline(text)?.strength ?? 'none').not.toBe('strong');
  });

  test('in Japanese family and given name are one name', () => {
    expect(people(readByline('（高梨　奈緒）', 'japanese')?.bylines)).toBe('高梨　奈緒/reporter');
  });
});

describe('names', () => {
  test.each([
    ['刘 敏', ['刘敏'], true],
    ['曹天伟刘敏', ['曹天伟', '刘敏'], false],
    ['张三、李四', ['张三', '李四'], true],
    ['欧阳晓明', ['欧阳晓明'], true],
  ] as const)('%s', (text, names, certain) => {
    expect(readNames(text)).toEqual({ names, certain });
  });
});

test.each(['本报记者', '本报 顾婷', '走基层 之七'])('no names: %s', (text) => {
  expect(readNames(text)).toBeUndefined();
});

describe('lead-ins', () => {
  test.each([
    [
      '本报讯（记者 曹天伟 刘敏）12月15日，',
      '本报讯（记者 曹天伟 刘敏）',
      '曹天伟/reporter 刘敏/reporter',
    ],
    ['本报5月20日讯（通讯员 王强）今天', '本报5月20日讯（通讯员 王强）', '王强/correspondent'],
    ['新华社北京12月1日电（记者 李明）国家', '新华社北京12月1日电（记者 李明）', '李明/reporter'],
    ['【新华社北京12月1日电】国家统计局', '【新华社北京12月1日电】', ''],
    ['据新华社电　临澜市护城河', '据新华社电', ''],
    ['【本报讯】记者时迁安报道：渔政', '【本报讯】记者时迁安报道：', '时迁安/reporter'],
    ['〔特派記者林秉彥／澄嶺報導〕荒廢', '〔特派記者林秉彥／澄嶺報導〕', '林秉彥/reporter'],
    [
      '望川日报北京11月20日电（记者 李明）记者',
      '望川日报北京11月20日电（记者 李明）',
      '李明/reporter',
    ],
    ['LONDON, Dec. 1 (AP) — Prices rose', 'LONDON, Dec. 1 (AP) —', ''],
  ])('%s', (paragraph, text, expected) => {
    const leadIn = readLeadIn(paragraph);
    expect(leadIn?.text).toBe(text);
    expect(people(leadIn?.bylines)).toBe(expected);
  });

  test.each([
    '他们从党的二十大的主题和主要成果',
    '新华社会学院今天成立。',
    '望川日报社、新华社、中央广播电视台的记者参加了座谈。',
    'It was late — too late.',
    '屋顶的光伏板并网发电，每天能省电费三十元。',
  ])('none: %s', (paragraph) => {
    expect(readLeadIn(paragraph)).toBeUndefined();
  });
});

describe('credits', () => {
  test.each([
    ['■ 葛思逸', '葛思逸/photographer'],
    ['（本报记者 张三丰 摄）', '张三丰/photographer'],
    ['李四光/摄', '李四光/photographer'],
    ['图/王芳', '王芳/photographer'],
    ['新华社发', ''],
    ['Photo by Jane Doe', 'Jane Doe/photographer'],
  ])('%s', (text, expected) => {
    expect(people(readCredit(text)?.bylines)).toBe(expected);
  });

  test('at the end of a caption', () => {
    const caption = '产品线上线下同时销售，供不应求。 ■ 本报记者 朱玉东';
    const credit = findTrailingCredit(caption)!;
    expect(caption.slice(0, credit.start)).toBe('产品线上线下同时销售，供不应求。');
    expect(people(credit.bylines)).toBe('朱玉东/photographer');
    expect(findTrailingCredit('社员在给草莓 苗培土。 ■ 本报 记 者 沈知秋')).toMatchObject({
      start: 11,
      bylines: [{ name: '沈知秋' }],
    });
    expect(people(findTrailingCredit('社员在给草莓苗培土。 通 讯员 乐正 摄')?.bylines)).toEqual(
      people(findTrailingCredit('社员在给草莓苗培土。 通讯员 乐正 摄')?.bylines),
    );
    expect(findTrailingCredit('工作人员在制作香皂花。')).toBeUndefined();
    expect(
      people(findTrailingCredit('望川港货运繁忙，行稳致远 本报记者 谭佳 摄影报道')?.bylines),
    ).toBe('谭佳/photographer');
  });
});

describe('a number without its circle at the end of a label', () => {
  test.each([
    ['主题教育大家谈5', 5, '主题教育大家谈'],
    ['走进企业看发展 12', 12, '走进企业看发展'],
    ['两会2024', undefined, undefined],
    ['聚焦3·15', undefined, undefined],
    ['记者走基层 99', undefined, undefined],
    ['第 12', undefined, undefined],
    ['生于1990年12', undefined, undefined],
  ])('%s', (label, part, rest) => {
    const read = readBarePartNumber(label);
    expect([read?.part, read?.rest]).toEqual([part, rest]);
  });
});

describe('folios', () => {
  test.each([
    ['第02版:综合新闻', { page: 2, name: '综合新闻' }],
    ['04综合新闻', { page: 4, name: '综合新闻' }],
    ['A3地方新聞', { page: 3, name: '地方新聞' }],
    ['2022年12月17日 星期六', { date: '2022-12-17' }],
    ['中華民國一一二年二月十四日 星期二', { date: '2023-02-14' }],
    ['令和五年三月二十一日（火曜日） 第14面 地域', { date: '2023-03-21', page: 14, name: '地域' }],
    ['Saturday, December 17, 2022 Page A4', { date: '2022-12-17', page: 4 }],
    ['第11827期 今日8版', { issueNumber: '11827' }],
  ])('%s', (text, expected) => {
    expect(readFolio(text)).toMatchObject(expected);
  });

  test.each([
    '市体育馆周三停馆检修',
    '习近平同志《论教育》出版发行',
    '前11月全市授权专利11335件',
    '（会议侧记见第2版）',
    '老街的去与留 ▶5版',
  ])('no folio: %s', (text) => {
    expect(readFolio(text)).toBeUndefined();
  });

  test('the editors of a page', () => {
    expect(
      readPageCredits('责任编辑:石砚秋 版式:莫小宁 校对:孔方 田甜 电话:0999-8223301')?.credits,
    ).toEqual([
      { role: '责任编辑', names: ['石砚秋'] },
      { role: '版式', names: ['莫小宁'] },
      { role: '校对', names: ['孔方', '田甜'] },
    ]);
  });

  test.each([
    ['统筹 张三丰', ['张三丰']],
    ['统筹：李四光 策划 王五', ['李四光', '王五']],
    ['编辑王小二', ['王小二']],
    ['责编 骆一鸣 版式 康宁 校对 戚小满', ['骆一鸣', '康宁', '戚小满']],
    ['责编:骆一鸣 版式:康宁 审读:戚小满', ['骆一鸣', '康宁', '戚小满']],
    ['夜班编辑/骆一鸣 视觉/康宁 轮值编委/戚小满', ['骆一鸣', '康宁', '戚小满']],
    ['责编/版式：骆一鸣', ['骆一鸣']],
    // Offices that no list holds.
    ['责编:骆一鸣 网审:康宁', ['骆一鸣', '康宁']],
    ['责编 骆一鸣 轮检 康宁', ['骆一鸣', '康宁']],
    ['责编：骆一鸣版式：戚小满轮检：康宁', ['骆一鸣', '戚小满', '康宁']],
  ])('%s', (text, names) => {
    expect(readPageCredits(text)?.credits.flatMap((one) => one.names)).toEqual(names);
  });

  test.each([
    ['责编:骆一鸣 网审:康宁', ['网审']],
    ['责编：骆一鸣 版式：', ['版式']],
    ['责编：骆一鸣 审读：康宁', []],
  ])('%s is worth a look for %j', (text, offices) => {
    expect(readPageCredits(text)?.doubtful).toEqual(offices);
  });

  test('who made an article is no editor of the page', () => {
    const folio = readFolio('编辑：骆一鸣 摄影：康宁')!;
    expect(folio.name).toBeUndefined();
    expect(folio.doubtful).toEqual(['摄影：康宁']);
    expect(readFolio('要闻 编辑：骆一鸣 审读：康宁')?.name).toBe('要闻');
  });

  test.each([
    '统筹调度 精细治理 让一泓清水入城来',
    '二审 维持原判',
    '城市记忆 编辑部专访',
    '策划一场春天的音乐会',
  ])('%s is no credit line', (text) => {
    expect(readPageCredits(text)).toBeUndefined();
  });
});

describe('folios', () => {
  test.each([
    ['01民生 2024年12月11日 星期三 青川日报', 1, '民生'],
    ['01民生2024年12月11日星期三青川日报', 1, '民生'],
    ['06时事 2024年12月11日 星期三 青川日报', 6, '时事'],
    ['青川日报 2024年12月11日 星期三 民生 10', 10, '民生'],
    ['2024-12-11 A03 综合新闻 青川青年报', 3, '综合新闻'],
    ['2024年12月11日 星期三 青川日报', undefined, undefined],
    ['第3版 2024年12月11日 青川日报社会新闻', 3, '社会新闻'],
  ])('%s', (text, page, name) => {
    const folio = readFolio(text);
    expect([folio?.page, folio?.name, folio?.date]).toEqual([page, name, '2024-12-11']);
  });

  test.each(['2024年6月1日 3万人参加', '90后创业记', '青川日报'])('%s is none', (text) => {
    expect(readFolio(text)?.page).toBeUndefined();
  });
});

describe('dates', () => {
  test.each([
    ['二〇二二年十二月十七日', '2022-12-17'],
    ['民國111年12月17日', '2022-12-17'],
    ['昭和六十四年一月七日', '1989-01-07'],
    ['17 December 2022', '2022-12-17'],
    ['2022.12.17', '2022-12-17'],
  ])('%s', (text, date) => {
    expect(findPrintedDate(text)?.date).toBe(date);
  });

  test('a day that does not exist is none', () => {
    expect(findPrintedDate('2022年2月31日')).toBeUndefined();
  });
});

describe('numbers of a series', () => {
  test.each([
    ['学党报用党报系列谈 ⑳', '学党报用党报系列谈', 20],
    ['基层新观察之七', '基层新观察', 7],
    ['乡村振兴故事（二十一）', '乡村振兴故事', 21],
    ['今日观察㉑', '今日观察', 21],
    ['党纪学习教育（29）', '党纪学习教育', 29],
  ] as const)('%s', (label, rest, part) => {
    expect(readPartNumber(label)).toEqual({ rest, part });
  });

  test('Han figures', () => {
    expect(['十', '二十', '廿三', '九十九', '一〇五'].map(readHanNumber)).toEqual([
      10, 20, 23, 99, 105,
    ]);
  });
});

describe('jump lines', () => {
  test.each([
    ['（下转第三版）', { to: 3, start: 0 }],
    ['(上接第一版)', { from: 1, start: 0 }],
    ['▶▶下转4版', { to: 4, start: 0 }],
    ['Continued on Page A12', { to: 12, start: 0 }],
  ])('%s', (text, expected) => {
    expect(readJump(text)).toMatchObject(expected);
  });

  test('before a headline, and no verb in a sentence', () => {
    expect(readLeadingJump('（上接第1版）四代人的同一个码头')?.rest).toBe('四代人的同一个码头');
    expect(readJump('他把报纸转到第3版')?.start).not.toBe(0);
    expect(isGuideLine('老街的去与留 ▶5版')).toBe(true);
    expect(isGuideLine('▶▶下转4版')).toBe(false);
  });
});

describe('column labels', () => {
  test('are told by their words', () => {
    // The number behind it lost its circle, or all but its circle.
    expect(labelCost('学习笔谈5', false)).toBe(labelCost('学习笔谈', false));
    expect(labelCost('学习笔谈 0', false)).toBe(labelCost('学习笔谈', false));
    expect(labelCost('宣讲进行时', false)).toBeLessThan(labelCost('一根水管连着民生大事', false));
    expect(labelCost('奋进新征程 建功新时代', false)).toBeLessThan(
      labelCost('修旧如旧 还河于民', false),
    );
  });

  test.each(['锚定现代化改革再深化', '一线调研·加快形成新质生产力', '在希望的田野上', '身边榜样'])(
    'last, and tell no news: %s',
    (label) => expect(tellsNews(label)).toBe(false),
  );

  test.each([
    '终场前两分钟连进两球',
    '六年，从一筐鸭蛋到一条产业链',
    '修旧如旧 还河于民',
    '市委常委会召开会议',
    '检测合格率99.2%',
  ])('do not tell news, kickers do: %s', (kicker) => expect(tellsNews(kicker)).toBe(true));

  test('are recognised though misread, and only where nothing else is as near', () => {
    const known = ['我与时报社的故事', '学报用报系列谈'].map((name, index) => ({
      id: `c${index}`,
      name,
      aliases: [],
    }));
    expect(matchName('我与时报社的故亊', known)).toMatchObject({
      kind: 'misread',
      entry: { id: 'c0' },
    });
    expect(matchName('今日观察', known).kind).toBe('none');
    expect(editDistance('净油', '加油')).toBe(1);
  });
});

describe('verses', () => {
  test('lines of uneven width without stops are a poem', () => {
    expect(
      isVerse([
        '粮站拆了，麻雀还在',
        '它们不知道，仓门已经不在门的位置',
        '那年冬天，父亲扛着一袋公粮',
        '排在一条看不见头的队伍里',
      ]),
    ).toBe(true);
  });

  test('two short lines are a stanza where a poem stands on the page, fields of a notice are none', () => {
    const stanza = ['一枚顶针，顶住三十年的风雪', '顶住我棉鞋里漏进的夜'];
    expect(couldBeVerse(stanza, 2)).toBe(true);
    expect(couldBeVerse(stanza, 3)).toBe(false);
    expect(couldBeVerse(['展示时间：11月24日', '联系人：尚先生'], 2)).toBe(false);
  });

  test('printed lines of a column are none', () => {
    expect(
      isVerse([
        '第一位顾客是住在附近的退休职',
        '工滕文达，他买了一份晚报、一份',
        '体育周报，付的是现金。',
      ]),
    ).toBe(false);
  });
});

describe('titles in two lines', () => {
  test.each([
    ['我市首条环湖', '骑行绿道全线贯通', true],
    ['让每一个孩子在', '家门口上好学', true],
    ['身边榜样', '一条扁担挑了三代人', false],
    ['修旧如旧', '还河于民', false],
  ] as const)('%s ¶ %s', (line, next, expected) => {
    expect(goesOnInNextLine(line, next)).toBe(expected);
  });
});
