/** Words in which 人 can only be a misread 入, or the other way round. */
export interface MisreadRen {
  readonly wrong: RegExp;
  readonly likely: string;
}

/** `前人 -> 前入`: only where what follows cannot begin with the person. */
const ru: readonly (readonly [string, string])[] = [
  [
    '深',
    '贯彻|学习|推进|开展|实施|基层|群众|农村|社区|企业|研究|了解|调查|挖掘|一线|人心|浅出|宣传|落实|到',
  ],
  ['投', '使用|运营|生产|资金|运行|到|巨资|大量|力度|产出'],
  ['纳', '了|到|规划|预算|考核|范围|体系|管理'],
  ['融', '了|到|其中|发展|生活|社会|日常'],
  ['进', '了|到|社区|新|会场|市场|校园|企业|农村|冬季|第|中国|全国'],
  ['介', '调查|治疗|处理'],
  ['收', '水平|增长|来源|达|为|分配|差距|户|渠道'],
  ['加', '了|中国|世|到|少先队|共青团|合作社'],
  ['引', '了|新|社会资本|外资|人才|项目|市场|优质'],
  ['列', '了|重点|计划|名单|国家|全国|全省'],
  ['注', '了|新|活力|资金|强劲'],
  ['植', '了|到'],
  ['走', '了|田间|社区|企业|校园|基层|农家|车间'],
  ['步', '正轨|新|快车道|社会|老年'],
  ['迈', '新|了|高'],
  ['转', '了|正常|冬季|地下'],
  ['陷', '困境|了|僵局'],
];

const ren: readonly (readonly [string, string])[] = [
  ['工作', '员'],
  ['', '民群众'],
  ['', '民政府'],
  ['', '民医院'],
  ['', '民法院'],
  ['', '民币'],
  ['负责', '说'],
  ['', '才队伍'],
  ['', '才培养'],
  ['个', '所得'],
  ['年轻', ''],
  ['老年', ''],
  ['', '居环境'],
  ['', '均收'],
  ['残疾', ''],
];

export const misreadRen: readonly MisreadRen[] = [
  ...ru.map(([before, after]) => ({
    wrong: new RegExp(`${before}人(?=${after})`, 'gu'),
    likely: `${before}入`,
  })),
  ...ren.map(([before, after]) => ({
    wrong: new RegExp(`${before}入${after}`, 'gu'),
    likely: `${before}人${after}`,
  })),
];
