// Addresses as they stand in MAIL FROM and RCPT TO (RFC 5321 paths, leniently as Exchange reads them).

/** `<alice@contoso.com> SIZE=100` split into address and parameters; undefined when the path is malformed. */
export function parsePath(text: string): { address: string; parameters: string[] } | undefined {
  const trimmed = text.trim();
  let address: string;
  let rest: string;
  if (trimmed.startsWith('<')) {
    const end = trimmed.indexOf('>');
    if (end < 0) return undefined;
    address = trimmed.slice(1, end).trim();
    rest = trimmed.slice(end + 1);
  } else {
    const space = trimmed.search(/\s/);
    address = space < 0 ? trimmed : trimmed.slice(0, space);
    rest = space < 0 ? '' : trimmed.slice(space);
    if (address === '') return undefined;
  }
  return { address, parameters: rest.split(/\s+/).filter((part) => part !== '') };
}

/** Longest address in octets, and with LongAddressesEnabled (facts 8.1). */
const maxAddressLength = 571;
const maxLongAddressLength = 1860;

/** A mailbox with a domain: what Exchange takes as a sender or recipient. */
export function isValidAddress(address: string, long = false): boolean {
  return (
    address.length <= (long ? maxLongAddressLength : maxAddressLength) &&
    /^(?:"[^"\r\n]+"|[^\s@<>,;:"()[\]\\]+)@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:.]+\])$/.test(
      address,
    )
  );
}

export function isValidDomain(domain: string): boolean {
  return /^(?:[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)*\.?|\[[0-9A-Fa-f:.A-Za-z]+\])$/.test(
    domain,
  );
}
