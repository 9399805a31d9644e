// Whose address it is: a household or an office has one IPv4 address, or 2^64 of IPv6, which are one to whoever counts.
import { isIPv6 } from 'node:net';

const GROUPS = 8;
const OF_NETWORK = 4;

/** The address itself; of IPv6 its /64, such as `2001:db8:0:1::/64`. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.toLowerCase().split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const last = after === undefined ? [] : groups(after);
  // An address that ends as IPv4 does has two groups in one place.
  const shown = groups(before).length + last.length + (plain.includes('.') ? 1 : 0);
  const whole = [...groups(before), ...Array<string>(Math.max(0, GROUPS - shown)).fill('0'), ...last];
  const network = whole.slice(0, OF_NETWORK).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
