const kin =
  /^(?:[哀孤]哀?[子女]|[爱愛]?妻|丈?夫|[父母]亲?|[长長次三四五六小孝]?[子男女]|儿子?|女儿|[儿兒]?媳|女?婿|[外曾]*孙[子女]?|[外曾]*孫[子女]?|[兄弟姐姊妹]|[侄姪甥][子女]?)[：:]?$/u;

/** Who mourns, or gives thanks, before the names, set wide or not: 妻 罗素珍, 孝女：谢 红 梅, 子 谢勇 谢军等. */
export function isKinLine(text: string): boolean {
  const [who, ...names] = text.trim().split(/[ \u3000]+/u);
  if (who === undefined || names.length === 0 || !kin.test(who)) return false;
  return names
    .join(' ')
    .replaceAll(/(?<=(?:^| )\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu, '')
    .split(/[ 、]/u)
    .every((name) => /^\p{Script=Han}{2,4}等?$/u.test(name));
}
