/** What the desk must know of a request before it reads or writes anything. */
export interface GuardedRequest {
  readonly method: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the connection: where it comes from, and the port it came to. */
  readonly remoteAddress: string | undefined;
  readonly localPort: number | undefined;
  readonly isSecure: boolean;
}

export type GuardRefusal = 'not-this-machine' | 'wrong-host' | 'foreign-origin' | 'not-json';

const hostNames = ['localhost', '127.0.0.1', '[::1]'];
const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;

/**
 * Whether a request may be answered: it comes from this machine, to this machine's own name, and from
 * a page of the desk. A site elsewhere can make a browser send requests here (CSRF), and can make its
 * own name point here (DNS rebinding); neither gets an answer. Fetch Metadata: W3C Fetch Metadata
 * Request Headers, 2.3; Origin: RFC 6454, 7.
 *
 * @returns undefined where it may
 */
export function guardRequest(request: GuardedRequest): GuardRefusal | undefined {
  const { method, headers, remoteAddress, localPort, isSecure } = request;
  // `astro dev --host` opens the port to the network: pages may be looked at there, not written.
  if (remoteAddress === undefined || !loopback.test(remoteAddress)) return 'not-this-machine';
  const host = headers['host'];
  const usual = isSecure ? 443 : 80;
  const isOwnHost = hostNames.some(
    (name) => host === `${name}:${localPort}` || (localPort === usual && host === name),
  );
  if (!isOwnHost) return 'wrong-host';
  const own = `${isSecure ? 'https' : 'http'}://${host}`;
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== own) return 'foreign-origin';
  if (method === 'GET' || method === 'HEAD') {
    // A link from elsewhere may open the desk; nothing elsewhere may read or embed it.
    const opens =
      headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
    return isOwnSite(site) || opens ? undefined : 'foreign-origin';
  }
  // One proof at least, and none against: headless Chromium sends a POST to its own origin without
  // Origin; a page can set neither header itself (Fetch, 2.2.2, forbidden request-headers).
  const isProven = origin === own ? isOwnSite(site) : site === 'same-origin';
  if (!isProven) return 'foreign-origin';
  const type = headers['content-type'];
  return typeof type === 'string' && /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type)
    ? undefined
    : 'not-json';
}

/** Browsers before 2023, and programs, do not say. `none`: a person typed the address. */
function isOwnSite(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none';
}
