import type { Bilingual } from '../newspaper/bilingual.ts';

/** Schemes that can do no harm in a page, a feed or an e-book. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Says what is wrong with the address of a link or an image, as a browser would read it: browsers
 * drop tabs and line breaks anywhere in an address and blanks and controls at its start
 * (WHATWG URL, section 4.4), so `java\nscript:` and `\x01javascript:` are alive.
 *
 * @param address after Markdown's own escapes and entities are resolved
 * @returns undefined for a good address
 */
export function checkLinkAddress(address: string): Bilingual | undefined {
  if (/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/.test(address)) {
    return {
      zh: '地址里不得有空白或控制字符',
      en: 'An address must not have blanks or control characters',
    };
  }
  if (address.includes('\\'))
    return { zh: '地址里不得有反斜线', en: 'An address must not have a backslash' };
  if (address.startsWith('//'))
    return {
      zh: '地址不得以 // 开头，应写全 https://',
      en: 'An address must not begin with //; write https:// in full',
    };
  const scheme = /^[^/?#]*?:/.exec(address)?.[0];
  if (scheme === undefined) return undefined;
  if (schemes.has(scheme.toLowerCase())) {
    if (!URL.canParse(address)) return { zh: '地址不完整', en: 'The address is not whole' };
    const { username, password } = new URL(address);
    // What stands before the @ is taken for the site by those who read it: https://bank.example@evil.example/
    return username === '' && password === ''
      ? undefined
      : {
          zh: '地址里不得有用户名和密码（@ 之前的部分）',
          en: 'An address must not have a user name and password (before @)',
        };
  }
  return {
    zh: `链接应以 https://、http://、mailto: 或 tel: 开头，或是站内地址，现为 ${scheme}`,
    en: `A link begins with https://, http://, mailto: or tel:, or is an address of the site; found ${scheme}`,
  };
}

/**
 * Says what is wrong with the file name of a picture in an article: it lies beside the article, and
 * is one of the formats that sharp decodes safely.
 */
export function checkPictureFile(file: string): Bilingual | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(file))
    return {
      zh: '图片应是文章旁边的文件，不得取自别的网站',
      en: 'A picture is a file beside the article, and not on another site',
    };
  if (!/^(?:\.\/)?[^/\\:\s]+$/.test(file) || file.includes('..')) {
    return {
      zh: '图片应与文章放在同一文件夹，只写文件名，不带路径和空白',
      en: 'A picture lies in the article’s folder: write its file name alone, without a path or blanks',
    };
  }
  if (!/\.(?:png|jpe?g|webp|avif)$/i.test(file))
    return {
      zh: '图片应为 PNG、JPEG、WebP 或 AVIF',
      en: 'a picture must be a PNG, JPEG, WebP or AVIF',
    };
  return undefined;
}
