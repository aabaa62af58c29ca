// What the tests of settings type over and over: a session for each test, and where a server's logs lie.

import { afterEach } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let open: TestSession | undefined;

/** Opens a session that ends with the test; gives what runs a script and returns all that was printed. */
export function typed(organization?: string, server?: string): (script: string) => string {
  open?.dispose();
  open = openTestSession({
    ...(organization === undefined ? {} : { organization }),
    ...(server === undefined ? {} : { server }),
  });
  return (script) => open!.run(script).trimEnd();
}

/** To be called once in each file. */
export function endSessions(): void {
  afterEach(() => {
    open?.dispose();
    open = undefined;
  });
}

const install = 'Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles';

/** The text of all files of a log folder, below TransportRoles\Logs of a server. */
export const logText = (server: string, folder: string): string =>
  `(Get-ChildItem '\\\\${server}\\C$\\${install}\\Logs\\${folder}' -File -ErrorAction SilentlyContinue | Get-Content)`;

/** A folder that a test has a log written to, as the server's own shell and as others see it. */
export const elsewhere = 'C:\\Elsewhere';
export const textElsewhere = (server: string): string =>
  `(Get-ChildItem '\\\\${server}\\C$\\Elsewhere' -File -Recurse -ErrorAction SilentlyContinue | Get-Content)`;

/** Runs until nothing moves. */
export const settle = 'Step-SandboxClock -UntilIdle';

/** Mail to the partner, by the connector with smart host on EX01. */
export const toPartner = (subject: string, more = ''): string =>
  `Send-SandboxMessage alice x@partner.adatum.com -Subject '${subject}' -Server EX01 ${more} | Out-Null`;
export const partnerHost = 'smart.adatum.com';
export const partnerQueue = `(Get-Queue -Server EX01 | Where-Object NextHopDomain -like '*smart.adatum.com*')`;
/** Subjects of what outside hosts took for the partner's user. */
export const atPartner = '((Get-SandboxMailboxItem x@partner.adatum.com).Subject -join " ")';
