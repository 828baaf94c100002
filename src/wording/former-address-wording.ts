/** What is said at an address that was published once and is no page any more. */
export interface FormerAddressWording {
  readonly gone: string;
  /** Where the paper gives no reason. */
  readonly goneText: string;
  readonly moved: string;
  readonly movedTo: (address: string, target: string) => string;
}

const hans: FormerAddressWording = {
  gone: '已撤下',
  goneText: '这一页发布过，后来撤下了。',
  moved: '已移到新的网址',
  movedTo: (address, target) => `${address} 已移到 ${target}`,
};

const hant: FormerAddressWording = {
  gone: '已撤下',
  goneText: '這一頁發布過，後來撤下了。',
  moved: '已移到新的網址',
  movedTo: (address, target) => `${address} 已移到 ${target}`,
};

const en: FormerAddressWording = {
  gone: 'Withdrawn',
  goneText: 'This page was published, and withdrawn later.',
  moved: 'Moved to a new address',
  movedTo: (address, target) => `${address} has moved to ${target}`,
};

/** @param language BCP 47 tag of the paper */
export function formerAddressWordingFor(language: string): FormerAddressWording {
  const { language: code, script } = new Intl.Locale(language).maximize();
  if (code !== 'zh') return en;
  return script === 'Hant' ? hant : hans;
}
