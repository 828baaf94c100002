import { inSimplified } from './script.ts';

const contact =
  /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[)）])?(?:(?:联系|电子|咨询|报名|投稿|新闻|报料|征稿|本[版报刊]|监督|举报|服务|预约|热线|联络|查询|洽询|治丧处?|订座|留位)?(?:电话|地址|地点|邮箱|信箱|方式|时间|日期|热线)|联系人|截止(?:时间|日期))[：:]/u;

/** Whether a line tells whom to ask, where or until when, as a notice's last lines do: `联系电话：…`. */
export function isContactLine(text: string): boolean {
  return contact.test(inSimplified(text));
}

const number = String.raw`(?:1[3-9]\d{9}|0\d{2,3}[-—–]?\d{7,8})`;
const phoneAtHead = new RegExp(String.raw`^${number}(?!\d)`, 'u');
const phoneAtEnd = new RegExp(
  String.raw`(?:(?<!\d)${number}|(?:电话|热线|传真|手机|客服|咨询)[：:]?[ \u3000]?[1-9]\d{6,7})(?:[ \u3000]?\p{Script=Han}{1,2}(?:女士|先生|师傅|经理|老师|教练|医生|主任|同志|大[姐哥])?)?$`,
  'u',
);

/** 电话13800001111 沈女士: the end of a small advertisement, whoever is asked for behind the number. */
export function endsWithPhone(text: string): boolean {
  return phoneAtEnd.test(text.trimEnd());
}

/** 15500001122 behind whom to ask for, and no longer row of figures. */
export function startsWithPhone(text: string): boolean {
  return phoneAtHead.test(text);
}
