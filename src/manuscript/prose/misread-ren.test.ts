import { expect, test } from 'vitest';
import { checkProse } from './check-prose.ts';

/** What an editor is told of a paragraph: `深人 → 深入`. */
function told(body: string): string[] {
  const nothing = { frontMatter: '', frontMatterOffset: 0, bodyOffset: 0, tree: undefined };
  return checkProse({ ...nothing, text: body, body, language: 'zh-Hans', allow: [] })
    .filter(({ id }) => id === 'misread-ren')
    .map(({ message }) => {
      const [, found, likely] = /“(.+?)”多半是“(.+?)”/.exec(message)!;
      return `${found} → ${likely}`;
    });
}

test.each([
  ['深', '深人贯彻精神，深人基层，深人一线，深人浅出，深人到田间。'],
  ['投', '码头投人使用，投人资金，投人到生产中，投人大量人手。'],
  ['纳', '纳人规划，纳人了考核，纳人到体系里。'],
  ['融', '融人其中，融人社会，融人了日常。'],
  ['进', '进人新阶段，进人校园，进人冬季，进人第三天，进人到会场。'],
  ['介', '警方介人调查，医院开展介人治疗。'],
  ['收', '收人水平提高，人均收人达万元，收人来源多了，农业收人增长。'],
  ['加', '加人少先队，加人合作社，加人世贸组织，加人了行列。'],
  ['引', '引人外资，引人人才，引人新项目，引人了市场机制。'],
  ['列', '列人计划，列人重点，列人全省名单。'],
  ['注', '注人活力，注人强劲动力，注人资金。'],
  ['植', '植人了芯片，植人到体内。'],
  ['走', '走人田间，走人校园，走人农家。'],
  ['步', '步人正轨，步人老年，步人快车道。'],
  ['迈', '迈人新时代，迈人高水平。'],
  ['转', '转人正常，转人地下。'],
  ['陷', '陷人困境，陷人僵局，陷人了沉思。'],
])('%s人, where only %s入 can be meant', (before, text) => {
  const times = text.split(`${before}人`).length - 1;
  expect(told(text)).toEqual(Array(times).fill(`${before}人 → ${before}入`));
  expect(told(text.replaceAll(`${before}人`, `${before}入`))).toEqual([]);
});

test.each(
  [
    ...['工作人员', '人民群众', '人民政府', '人民医院', '人民法院', '人民币', '负责人说'],
    ...['人才队伍', '人才培养', '个人所得', '年轻人', '老年人', '人居环境', '人均收', '残疾人'],
  ].map((word) => [word.replace('人', '入'), word]),
)('%s for %s', (wrong, likely) => {
  expect(told(`县里的${wrong}。`)).toEqual([`${wrong} → ${likely}`]);
  expect(told(`县里的${likely}。`)).toEqual([]);
});

test.each([
  // A person follows: the word is sound.
  ...['庭院深深人不知，曲意投人所好，凭票进人，一月收人三百，加人一等，引人入胜，注人姓名。'],
  ...['走人吧，步人后尘，转人工服务，陷人于不义，植人一株，列人之下，迈人一步，融人之情。'],
  ...['采纳人民来信，介人之间，深人不测。'],
  // Neither of the two stands where the word would have it.
  ...['进入，入门，入冬，入学，出入平安，收入，民众，才华，所得，居住，均等。'],
  ...['入才，入民，入居，入均，个入，工作入门，负责入库，老年，残疾。'],
])('lets %s be', (text) => {
  expect(told(text)).toEqual([]);
});
