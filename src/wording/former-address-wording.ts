/** What is said at an address that was published once and is no page any more. */
export interface FormerAddressWording {
  readonly goneTitle: string;
  /** Titles differ from page to page: they name the address. */
  readonly gone: (address: string) => string;
  /** Where the paper gives no reason. */
  readonly goneText: string;
  readonly movedTitle: string;
  readonly moved: (address: string) => string;
  readonly movedTo: (address: string, target: string) => string;
}

const hans: FormerAddressWording = {
  goneTitle: '已撤下',
  gone: (address) => `已撤下：${address}`,
  goneText: '这一页发布过，后来撤下了。',
  movedTitle: '已移到新的网址',
  moved: (address) => `已移走：${address}`,
  movedTo: (address, target) => `${address} 已移到 ${target}`,
};

const hant: FormerAddressWording = {
  goneTitle: '已撤下',
  gone: (address) => `已撤下：${address}`,
  goneText: '這一頁發布過，後來撤下了。',
  movedTitle: '已移到新的網址',
  moved: (address) => `已移走：${address}`,
  movedTo: (address, target) => `${address} 已移到 ${target}`,
};

const en: FormerAddressWording = {
  goneTitle: 'Withdrawn',
  gone: (address) => `Withdrawn: ${address}`,
  goneText: 'This page was published, and withdrawn later.',
  movedTitle: 'Moved to a new address',
  moved: (address) => `Moved: ${address}`,
  movedTo: (address, target) => `${address} has moved to ${target}`,
};

/** @param language BCP 47 tag of the paper */
export function formerAddressWordingFor(language: string): FormerAddressWording {
  const { language: code, script } = new Intl.Locale(language).maximize();
  if (code !== 'zh') return en;
  return script === 'Hant' ? hant : hans;
}
