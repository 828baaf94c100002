import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineHtml, headlineSegments } from './headline-segments.ts';

describe('headlineSegments', () => {
  it.each([
    ['燃动小微“先锋”力量', '燃动|小微|“先锋”|力量'],
    ['青年党员要养成读党报的习惯', '青年|党员要|养成|读党报的|习惯'],
    ['一根水管，连着民生大事', '一根|水管，|连着|民生|大事'],
    ['前11月全市授权专利11335件', '前11月|全市|授权|专利|11335件'],
    ['市委宣讲团宣讲党的二十大精神', '市委|宣讲团|宣讲党的|二十大|精神'],
    ['——服务提升群众满意度', '——服务|提升|群众|满意度'],
    ['接地气的新闻最打动人心', '接地气的|新闻|最打动|人心'],
    ['“十四五”规划印发', '“十四五”|规划|印发'],
    ['“双奥之城”与《冬天的小小的故事》', '“双奥之城”|与|《冬天的|小小的|故事》'],
    ['审批常态化运行', '审批|常态化|运行'],
    // Eight characters with the marks are one word; nine are cut where words end.
    ['读《绿水青山记》', '读|《绿水青山记》'],
    ['《绿水青山间记》读后', '《绿水青山间记》|读后'],
    ['《绿水青山之间记》读后', '《绿水|青山|之间记》|读后'],
    ['增长12%以上', '增长|12%|以上'],
    ['A——乙地来信', 'A——|乙地|来信'],
    ['第3版 要闻', '第3版 |要闻'],
    ['“缺了一半的引文', '“缺了|一半的|引文'],
    // Marks that may not stand at the head of a line, or at its end.
    ['市民问：何时通车？', '市民问：|何时|通车？'],
    ['新规（试行）发布', '新规|（试行）|发布'],
    ['气温升至30℃以上', '气温|升至|30℃|以上'],
    // Particles lean back, and words of one character forward, whatever their neighbours.
    ['来了就好吗', '来了|就好吗'],
    ['最美新村', '最美|新村'],
    ['全市各部门', '全市|各部门'],
    ['灯塔十四年后重亮', '灯塔|十四年后|重亮'],
    ['时隔14年后重亮', '时隔|14年后|重亮'],
    ['两千人沿堤而立', '两千人|沿堤|而立'],
    ['“二十万人次”', '“二十万人次”'],
    ['两年以后', '两年|以后'],
    ['《长者之歌》', '《长者之歌》'],
    ['Ferry may run again by June', 'Ferry may run again by June'],
  ])('%s', (headline, pieces) => {
    expect(headlineSegments(headline, 'zh-Hans').join('|')).toBe(pieces);
  });

  it('keeps every character, and no piece begins with a mark that may not', () => {
    const character = fc.constantFrom(...'前十二月全市授权专利的了“”《》，。——12 A%');
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 40 }), (text) => {
        const pieces = headlineSegments(text, 'zh-Hans');
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces.slice(1)) expect(piece).not.toMatch(/^[，。”》]/u);
        for (const piece of pieces.slice(0, -1)) expect(piece).not.toMatch(/[“《]$/u);
      }),
    );
  });
});

describe('headlineSegments, again', () => {
  it('gives the same for the same, each in its language', () => {
    const pieces = headlineSegments('审批常态化运行', 'zh-Hans');
    expect(headlineSegments('审批常态化运行', 'zh-Hans')).toBe(pieces);
    expect(headlineSegments('审批常态化运行', 'zh-Hant')).not.toBe(pieces);
  });

  it('remembers no more than an edition or two', () => {
    const first = headlineSegments('审批常态化运行', 'zh-Hans');
    for (let at = 0; at < 2001; at += 1) headlineSegments(`no. ${at}`, 'en');
    expect(headlineSegments('审批常态化运行', 'zh-Hans')).not.toBe(first);
  });
});

describe('headlineHtml', () => {
  it('lets a line end between words, and lets no mark through', () => {
    expect(headlineHtml('燃动小微“先锋”力量', 'zh-Hans')).toBe('燃动<wbr>小微<wbr>“先锋”<wbr>力量');
    expect(headlineHtml('<script>A & B</script>', 'en')).toBe(
      '&lt;script&gt;A &amp; B&lt;/script&gt;',
    );
    expect(headlineHtml('研发<img src=x onerror=1>投入', 'zh-Hans')).not.toMatch(/<(?!wbr>)/);
  });
});
