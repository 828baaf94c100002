/** Takes the paragraph of an old link along (`#p9`), which a refresh of the page would drop. */
const target = document.querySelector<HTMLAnchorElement>('#target');
if (target !== null && location.hash !== '') {
  const address = new URL(target.href);
  if (address.hash === '') address.hash = location.hash;
  location.replace(address.href);
}
