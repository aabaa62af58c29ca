// Dates as mail headers and reports write them.

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** `Wed, 13 Apr 2016 09:08:47 +0000`; `time` in milliseconds UTC, the zone as minutes east of UTC. */
export function headerDate(time: number, offsetMinutes: number): string {
  const local = new Date(time + offsetMinutes * 60_000);
  const day = `${days[local.getUTCDay()]}, ${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  return `${day} ${clock} ${offsetText(offsetMinutes)}`;
}

/** `4/13/2016 9:08:47 AM`, as the administrator section of a report has it. */
export function reportDate(time: number, offsetMinutes: number): string {
  const local = new Date(time + offsetMinutes * 60_000);
  const hours = local.getUTCHours();
  const date = `${local.getUTCMonth() + 1}/${local.getUTCDate()}/${local.getUTCFullYear()}`;
  const clock = `${hours % 12 === 0 ? 12 : hours % 12}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  return `${date} ${clock} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** `1 days, 19 hours and 57 minutes`: the product never drops the plural (spec/walkthroughs W2). Rounded down to minutes. */
export function remainingTime(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return `${Math.floor(minutes / 1440)} days, ${Math.floor(minutes / 60) % 24} hours and ${minutes % 60} minutes`;
}
