// A scenario typed at the shell: public cmdlets alone, and what the objects say that they put out.

import { expect, onTestFinished } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

export class Shell {
  private readonly session: TestSession;

  /** `sender`: the mailbox that the scenario's mail comes from, and so gets what is returned. */
  constructor(
    organization: string,
    server: string,
    private readonly sender: string,
  ) {
    this.session = openTestSession({
      organization,
      server,
      ui: { columns: 4000 },
    });
    onTestFinished(() => this.session.dispose());
  }

  /** Types lines that put out nothing; any output, an error above all, fails the scenario. */
  type(text: string): void {
    const output = this.session.run(text).trim();
    if (output !== '') throw new Error(`${text.trim()}\nput out:\n${output}`);
  }

  /** Types lines; gives the lines that come back. */
  ask(text: string): string[] {
    const output = this.session.run(text).trimEnd();
    return output === '' ? [] : output.split('\n').map((line) => line.trimEnd());
  }

  /** Sends mail and keeps its Message-ID in $id. */
  send(parameters: string): void {
    this.type(`$id = Send-SandboxMessage ${parameters}`);
  }

  step(parameters: string): void {
    this.type(`Step-SandboxClock ${parameters}`);
  }

  /** Delivery queues of a server that hold mail: type, next hop domain, status, number of messages. */
  queues(server: string): string[] {
    return this.ask(
      `Get-Queue -Server ${server} | Where-Object { $_.MessageCount -gt 0 -and $_.DeliveryType -ne 'ShadowRedundancy' } |
        ForEach-Object { "$($_.DeliveryType) $($_.NextHopDomain) $($_.Status) $($_.MessageCount)" }`,
    );
  }

  /** The same without the difference between a queue in Retry and one whose next attempt is under way. */
  held(server: string): string[] {
    return this.queues(server).map((line) => line.replace(' Connecting ', ' Retry '));
  }

  /** Last errors of a server's queues that hold mail. */
  lastErrors(server: string): string[] {
    return this.ask(`Get-Queue -Server ${server} | Where-Object MessageCount -gt 0 | ForEach-Object { $_.LastError }`);
  }

  /** Subjects in the inbox of a mailbox, or of what outside hosts accepted. */
  inbox(mailbox: string): string[] {
    return this.ask(`Get-SandboxMailboxItem ${mailbox} -Folder Inbox | ForEach-Object { $_.Subject }`);
  }

  /** NDRs in a mailbox: the enhanced status codes of their diagnostic part. */
  returned(mailbox = this.sender): string[] {
    return this.ask(
      `Get-SandboxMailboxItem ${mailbox} -Folder Inbox -Body | Where-Object Kind -eq FailureDsn |
        ForEach-Object { [regex]::Match($_.Eml, '(?m)^Status: (\\S+)').Groups[1].Value }`,
    );
  }

  /** The way of a message by the servers' tracking logs: each SEND and DELIVER, `from > to`; without a subject of the last one sent. */
  way(subject?: string): string[] {
    const which = subject === undefined ? '-MessageId $id' : `-MessageSubject '${subject}'`;
    return this.ask(
      `Get-ExchangeServer | Where-Object { $_.ServerRole -match 'HubTransport|Mailbox' -and $_.Name -notlike 'E2K3*' } |
        ForEach-Object { Get-MessageTrackingLog -Server $_.Name ${which} -ErrorAction SilentlyContinue } |
        Where-Object EventId -in SEND, DELIVER | Sort-Object Timestamp |
        ForEach-Object { "$($_.ClientHostname) > $($_.ServerHostname)" }`,
    ).map((line) => line.replace(/\.northwindtraders\.com/g, ''));
  }

  /** Rules of spec/rerouting that decided about the last message sent, in order. */
  rules(): string[] {
    return this.ask(`Trace-SandboxMessage $id | Where-Object Rule | ForEach-Object { $_.Rule }`);
  }

  /**
   * The change was not noticed yet: one second before the queue's next attempt it is as it was. Then the attempt is due, and what
   * it lets go has a few seconds to go on.
   */
  atNextAttempt(server: string): void {
    while (this.queues(server).some((line) => line.includes(' Connecting '))) this.step('-Seconds 5');
    const before = this.queues(server);
    this.type(
      `$next = (Get-Queue -Server ${server} | Where-Object Status -eq Retry | Sort-Object NextRetryTime | Select-Object -First 1).NextRetryTime
       Step-SandboxClock -Until $next.AddSeconds(-1)`,
    );
    const after = this.queues(server);
    if (after.join() !== before.join()) throw new Error(`Before the attempt: ${before.join()} became ${after.join()}.`);
    this.type('Step-SandboxClock -Until $next; Step-SandboxClock -Seconds 5');
  }

  /**
   * The one message waits for MaxIdleTimeBeforeResubmit (12 hours): a second before nothing has happened, then it goes through the
   * Submission queue into the same queue again, and 12 hours later once more, as long as the fault lasts.
   */
  resubmitsWhenIdle(server: string, queue: string, rule: string): void {
    this.type(
      `$first = (Get-Message -Server ${server}).DateReceived; Step-SandboxClock -Until $first.AddHours(12).AddSeconds(-1)`,
    );
    expect(this.held(server)).toEqual([queue]);
    expect(this.ask(`(Get-Message -Server ${server}).DateReceived -eq $first`)).toEqual(['True']);
    expect(this.rules()).toEqual([]);
    this.step('-Seconds 61');
    expect(this.rules()).toEqual([rule]);
    this.step('-Minutes 1');
    expect(this.held(server)).toEqual([queue]);
    this.type(`$second = (Get-Message -Server ${server}).DateReceived`);
    expect(this.ask('[Math]::Round(($second - $first).TotalHours, 3)')).toEqual(['12']);
    this.type('Step-SandboxClock -Until $second.AddHours(12).AddSeconds(-1)');
    expect(this.rules()).toEqual([rule]);
    this.step('-Minutes 2');
    expect(this.rules()).toEqual([rule, rule]);
    expect(this.held(server)).toEqual([queue]);
    expect(this.returned()).toEqual([]);
  }

  /**
   * The one message waits in the same queue until MessageExpirationTimeout (2 days), past the 12 hours after which other queues are
   * resubmitted; a second before nothing has happened to it but the delay notice, then it is returned.
   */
  staysUntilExpiry(server: string, queue: string): void {
    this.type(`$queued = Get-Message -Server ${server} -ResultSize 1`);
    expect(this.ask('[Math]::Round(($queued.ExpirationTime - $queued.DateReceived).TotalDays, 3)')).toEqual(['2']);
    for (const instant of ['$queued.DateReceived.AddHours(12.5)', '$queued.ExpirationTime.AddSeconds(-1)']) {
      this.type(`Step-SandboxClock -Until ${instant}`);
      expect(this.held(server)).toEqual([queue]);
      expect(this.returned()).toEqual([]);
      expect(this.ask(`(Get-Message -Server ${server}).DateReceived -eq $queued.DateReceived`)).toEqual(['True']);
    }
    this.type('Step-SandboxClock -Until $queued.ExpirationTime; Step-SandboxClock -Seconds 2');
    expect(this.held(server)).toEqual([]);
    expect(this.returned()).toEqual(['4.4.7']);
    expect(
      this.ask(`Get-MessageTrackingLog -Server ${server} -EventId FAIL | ForEach-Object { $_.RecipientStatus }`),
    ).toEqual([expect.stringContaining('QUEUE.Expired')]);
  }
}

export class Northwind extends Shell {
  constructor() {
    super('Northwind2007', 'HUB-A1', 'ann');
    this.step('-Seconds 1');
  }
}
