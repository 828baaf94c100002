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
export function checkLinkAddress(address: string): string | undefined {
  if (/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/.test(address)) {
    return '地址里不得有空白或控制字符';
  }
  if (address.includes('\\')) return '地址里不得有反斜线';
  if (address.startsWith('//')) return '地址不得以 // 开头，应写全 https://';
  const scheme = /^[^/?#]*?:/.exec(address)?.[0];
  if (scheme === undefined) return undefined;
  if (schemes.has(scheme.toLowerCase())) {
    if (!URL.canParse(address)) return '地址不完整';
    const { username, password } = new URL(address);
    // What stands before the @ is taken for the site by those who read it: https://bank.example@evil.example/
    return username === '' && password === ''
      ? undefined
      : '地址里不得有用户名和密码（@ 之前的部分）';
  }
  return `链接应以 https://、http://、mailto: 或 tel: 开头，或是站内地址，现为 ${scheme}`;
}

/**
 * Says what is wrong with the file name of a picture in an article: it lies beside the article, and
 * is one of the formats that sharp decodes safely.
 */
export function checkPictureFile(file: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(file)) return '图片应是文章旁边的文件，不得取自别的网站';
  if (!/^(?:\.\/)?[^/\\:\s]+$/.test(file) || file.includes('..')) {
    return '图片应与文章放在同一文件夹，只写文件名，不带路径和空白';
  }
  if (!/\.(?:png|jpe?g|webp|avif)$/i.test(file)) return '图片应为 PNG、JPEG、WebP 或 AVIF';
  return undefined;
}
