/** An office or firm that signs a notice, and nothing else. */
export function isOffice(text: string): boolean {
  return /^(?:\p{Script=Han}{2,3}公司|[\p{Script=Han}（）()“”·]{4,30}(?:公司|中心|局|委|委员会|总会|联合会|商会|工会|基金会|合作社|小组|指挥部|支队|大队|办|办公室|政府|法院|检察院|医院|学校|大学|学院|集团|银行|协会|学会|部|厅|院|所|社|处|站|馆|队|店|厂|超市|宾馆|幼儿园|中学|小学|组委会|编辑部|村民委员会))$/u.test(
    text.trim(),
  );
}
