import { describe, expect, it } from 'vitest';
import { decideBoundary } from './decide-boundary.ts';

describe('decideBoundary', () => {
  it.each([
    [
      '园区采用开放式模式进行建设，搭建强大的产业运营平台服务于园区企',
      '业，“保姆式”服务和健全的配套设施令人称赞。',
    ],
    [
      '信息时代，人们获取信息的渠道越来越多，但同时也存在娱乐性与知',
      '识性并存，信息碎片化，质量良莠不齐的问题。',
    ],
    ['有的进行西瓜、地瓜间作，收入最高时能达万元，', '群众自编顺口溜“西瓜间作地瓜，一亩收万元”。'],
  ])('joins %s | %s', (left, right) => {
    expect(decideBoundary(left, right).score).toBeGreaterThan(0);
  });

  it.each([
    [
      '帮助企业成功申请了260万元资金，为企业发展送去了“及时雨”',
      '从专业化的厂房建设到量身定制融资服务，成长环境优越。',
    ],
    [
      '涉及激光设备制造、新材料和现代服务业等多个领域',
      '在助力企业成长、加速企业“破茧成蝶”的同时，也提供了就业机会。',
    ],
    [
      '主任杜立芝到聊城职业技术学院宣讲党的二十大',
      '他们从党的二十大的主题和主要成果等方面，进行了全面的解读。',
    ],
    ['问题得到了解决。', '随着技术的发展，平台越来越多。'],
  ])('leaves apart %s | %s', (left, right) => {
    expect(decideBoundary(left, right).decision).toBe('break');
  });

  it('hears what the setting says', () => {
    const left = '市里的有关部门正在研究进一步的办法';
    const right = '群众对此十分关心，常常打来电话询问。';
    const plain = decideBoundary(left, right).score;
    expect(decideBoundary(left, right, { rightIndented: true }).score).toBeLessThan(plain);
    expect(decideBoundary(left, right, { leftLineShort: true }).score).toBeLessThan(plain);
    expect(decideBoundary(left, right, { rightIndented: false }).score).toBeGreaterThan(plain);
  });
});
