import { familyNames } from './person-names.ts';

/**
 * Chinese family names in both scripts: the 200 most common of the 2020 name report of the Ministry
 * of Public Security (96 % of all people), the rarer ones that the repairs know, and the compound ones
 * still in use. A name that begins
 * with none of them is still a name where a role word says so; the list only weighs what nothing
 * else decides.
 */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍成苗季曲盛辛游鲍管娄褚冉涂喻饶费卓牟靳连桑臧沙席项柴麦洪房景屈闻应谷路蔺隋蒲艾鞠仇解宗刁边郎苑时华池司栾初冷卜车全' +
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭蔣葉蘇呂盧鐘鍾譚陸韋賈鄒閻龍賀顧龔萬錢戴嚴湯溫齊喬龐顏莊聶魯關蘭寧紀畢單婁塗饒費連項麥應邊華欒車';
const compound = [
  '欧阳',
  '歐陽',
  '上官',
  '司马',
  '司馬',
  '诸葛',
  '諸葛',
  '东方',
  '東方',
  '皇甫',
  '尉迟',
  '公孙',
  '公孫',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
  '端木',
  '宇文',
  '长孙',
  '轩辕',
  '南宫',
  '西门',
  '闻人',
];

/** Families too, but oftener the first character of another word: 读者来信, 市民都说. */
const seldom = new Set('来都官商由和保明师开关云胜沿乐桑成单游原古');

const singles = new Set([...single, ...[...familyNames].filter((family) => !seldom.has(family))]);
const compounds = new Set(compound);

/** The family name that a Han name begins with, or ''. */
export function surnameOf(name: string): string {
  const two = name.slice(0, 2);
  if (compounds.has(two)) return two;
  return singles.has(name[0] ?? '') ? name[0]! : '';
}
