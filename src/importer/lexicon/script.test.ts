import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { decideScript, hanForms } from './script.ts';

describe('decideScript', () => {
  it.each([
    ['han-simplified', '车间里，自动化生产设备24小时不停歇地赶制订单，工人们正在加紧生产。'],
    ['han-simplified', '用户可通过App、微信公众号、支付宝及网上营业厅办理业务（App Store）。'],
    ['han-simplified', '他在“の”字招牌的店里买了两个面包，又到隔壁书店看书，直到傍晚才回家。'],
    ['han-traditional', '斷流近二十年的圳道日前重新通水，退休校長站在橋上聽了半個鐘頭。'],
    ['japanese', '小学校の体育館で、地元の高校生が手織りの実演をした。'],
    ['korean', '부산 항구에서 새로운 여객선이 첫 운항을 시작했다. 釜山'],
    ['latin', 'The council voted last night to keep the old light on the harbour wall.'],
    ['latin', ''],
  ])('%s: %s', (script, text) => {
    expect(decideScript(text)).toBe(script);
  });
});

describe('hanForms', () => {
  it('says of every Han character what OpenCC’s converter says', () => {
    const toSimplified = Converter({ from: 't', to: 'cn' });
    const { simplifiedOf } = hanForms();
    const unlike: string[] = [];
    for (let code = 0x4e00; code <= 0x9fff; code += 1) {
      const character = String.fromCharCode(code);
      if ((simplifiedOf.get(character) ?? character) !== toSimplified(character))
        unlike.push(character);
    }
    expect(unlike).toEqual([]);
    expect(simplifiedOf.size).toBeGreaterThan(2000);
  });
});
