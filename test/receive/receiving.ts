// A session at the Exchange Management Shell for tests of what servers take: everything is typed, replies come back as lines.

import { openTestSession, type TestSession, type TestSessionOptions } from '../support/session.ts';

export class Receiving {
  private readonly test: TestSession;

  constructor(options: TestSessionOptions = {}) {
    this.test = openTestSession(options);
  }

  /** Types text; fails on an error. */
  type(text: string): string[] {
    const lines = this.raw(text);
    if (lines.some((line) => /FullyQualifiedErrorId/.test(line))) throw new Error(`${text}\n${lines.join('\n')}`);
    return lines;
  }

  /** Types text that may err. */
  raw(text: string): string[] {
    return this.test
      .run(text)
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '');
  }

  /** Message of the error that a command ends with. */
  error(text: string): string {
    return this.raw(`try { ${text.replace(/$/, '')} -ErrorAction Stop } catch { $_.Exception.Message }`).join(' ');
  }

  onEdge(text: string): string[] {
    return this.type(`Invoke-Command -ComputerName EDGE01 { ${text} }`);
  }

  /** A conversation by telnet: the replies without the banner; closing lines are left out. */
  telnet(target: string, ...lines: string[]): string[] {
    return this.banner(target, ...lines).slice(1);
  }

  /** The same with the banner. */
  banner(target: string, ...lines: string[]): string[] {
    const quoted = lines.map((line) => `'${line.replaceAll("'", "''")}'`).join(',');
    const said = this.raw(`${quoted === '' ? "''" : quoted} | telnet ${target}`);
    return said.filter((line) => line !== 'Connection to host lost.');
  }

  /** Last line of each reply to a session that says hello first. */
  replies(target: string, ...lines: string[]): string[] {
    return this.telnet(target, 'ehlo client', ...lines)
      .filter((line) => /^\d{3} /.test(line))
      .slice(1);
  }

  /** EHLO keywords. */
  offers(target: string, ...before: string[]): string[] {
    const said = this.telnet(target, ...before, 'ehlo client');
    const hello = said.findLastIndex((line) => line.includes('Hello ['));
    return said.slice(hello + 1).map((line) => line.slice(4));
  }

  /** Mail from an outside address, and a minute for it. */
  mail(from: string, to: string, subject: string, more = ''): void {
    this.type(`$null = Send-SandboxMessage ${from} ${to} -Subject '${subject}' ${more}; Step-SandboxClock -Minutes 1`);
  }

  subjects(mailbox: string, folder = 'Inbox'): string[] {
    return this.type(`(Get-SandboxMailboxItem ${mailbox} -Folder '${folder}').Subject`);
  }

  /** Seconds of virtual time that something takes. */
  seconds(action: () => unknown): number {
    const now = (): number => Number(this.type('(Get-Date).Ticks')[0]) / 1e7;
    const before = now();
    action();
    return Math.round(now() - before);
  }

  dispose(): void {
    this.test.dispose();
  }
}

/** A relay connector of EX01's front end for the shell's own machine. */
export const relay =
  '$null = New-ReceiveConnector Relay -Server EX01 -Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 192.168.1.21 -TransportRole FrontendTransport -PermissionGroups AnonymousUsers';
