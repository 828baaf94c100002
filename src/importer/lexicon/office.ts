import { anyOf } from './any-of.ts';
import { inSimplified } from './script.ts';

/** 石桥镇后坡村全体村民, 西街部分居民, 一群老住户: several who sign together, or one who gives no name. */
const together = new RegExp(
  String.raw`^(?=\p{Script=Han}{3,24}$)(?:\p{Script=Han}{2,18}(?:全体|部分|众|一群|几名|几位|数名)|(?:一|几|数)(?:[位名群个些])?|热心|知情|部分)(?:\p{Script=Han}{0,4})` +
    anyOf(`
      村民 居民 市民 住户 业主 群众 读者 网友 职工 员工 师生 学生 同学 家长 教师 老师 党员 干部 战士 官兵
      代表 商户 摊主 乘客 司机 用户 消费者 农民 工人 校友 同仁 亲友 会员 社员`) +
    String.raw`$|^\p{Script=Han}{2,18}全体(?:同志|人员|成员|家属)$`,
  'u',
);

/** 石桥镇人民政府, 王记公司. */
const alone = new RegExp(
  String.raw`^(?:\p{Script=Han}{2,3}公司|[\p{Script=Han}（）()“”·]{4,30}` +
    anyOf(`
      公司 中心 局 委 委员会 总会 联合会 商会 工会 基金会 合作社 小组 指挥部 支队
      大队 办 办公室 政府 法院 检察院 医院 学校 大学 学院 集团 银行 协会 学会
      部 厅 院 所 社 处 站 馆 队 店 厂 超市 宾馆 幼儿园
      中学 小学 组委会 筹委会 筹备组 工作组 专班 学生会 红十字会 理事会 校友会 联谊会 联会 同乡会
      宗亲会 互助会 促进会 研究会 街坊会 公会 公所 家委会 编辑部 村民委员会`) +
    ')$',
  'u',
);

/** An office or firm that signs a notice, several who sign together, and nothing else. */
export function isOffice(source: string): boolean {
  const text = inSimplified(source).trim();
  return together.test(text) || alone.test(text);
}
