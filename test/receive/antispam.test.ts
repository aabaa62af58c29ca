// The anti-spam agents of an Edge server: each filter by what becomes of mail from outside, and the agent log (facts: logs.json).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiving } from './receiving.ts';

let shell: Receiving;
const pat = 'pat@fabrikam.com';
const alice = 'alice@contoso.com';
/** Address of mx1.fabrikam.com. */
const address = '10.1.1.10';

/** What the agents wrote down, as `agent event action reason data`, without the levels of mail that was taken. */
const log = (): string[] =>
  shell
    .onEdge('Get-AgentLog | ForEach-Object { "$($_.Agent) $($_.Event) $($_.Action) $($_.Reason) $($_.ReasonData)" }')
    .filter((line) => !line.includes('AcceptMessage'));
const reply = (): string =>
  shell.onEdge('(Get-AgentLog | Where-Object SmtpResponse | Select-Object -Last 1).SmtpResponse')[0] ?? '';
const arrives = (subject: string, more = ''): boolean => {
  shell.mail(pat, alice, subject, more);
  return shell.subjects('alice').includes(subject);
};
const header = (name: string): string | undefined =>
  shell
    .type('(Get-SandboxMailboxItem alice -Body | Select-Object -Last 1).Eml')
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);

beforeEach(() => {
  shell = new Receiving();
});
afterEach(() => shell.dispose());

describe('connection filter', () => {
  it('IP Block list: addresses and ranges, until they expire', () => {
    expect(arrives('one')).toBe(true);
    shell.onEdge(`Add-IPBlockListEntry -IPRange 10.1.1.0/24 -ExpirationTime (Get-Date).AddHours(1)`);
    expect(arrives('two')).toBe(false);
    expect(log()).toEqual([
      'Connection Filtering Agent OnConnect RejectConnection LocalBlockList administrator-defined entry',
    ]);
    expect(reply()).toBe(
      `550 5.7.1 External client with IP address ${address} does not have permissions to submit to this server.`,
    );
    expect(shell.onEdge(`(Get-IPBlockListEntry -IPAddress ${address}).HasExpired`)).toEqual(['False']);
    shell.type('Step-SandboxClock -Hours 1');
    expect(shell.onEdge('(Get-IPBlockListEntry).HasExpired')).toEqual(['True']);
    expect(arrives('three')).toBe(true);
  });

  it('IP Allow list comes before everything', () => {
    shell.onEdge(`Add-IPBlockListEntry -IPAddress ${address}; Set-SenderFilterConfig -BlockedSenders ${pat}`);
    expect(arrives('blocked')).toBe(false);
    shell.onEdge(`Add-IPAllowListEntry -IPRange 10.1.0.0-10.1.255.255`);
    expect(arrives('allowed')).toBe(true);
    expect(header('X-MS-Exchange-Organization-SCL')).toBe('-1');
    shell.onEdge(
      'Get-IPAllowListEntry | Remove-IPAllowListEntry -Confirm:$false; Set-IPBlockListConfig -Enabled $false; Set-SenderFilterConfig -Enabled $false',
    );
    expect(arrives('switched off')).toBe(true);
  });

  it('entries belong to the server', () => {
    shell.type(`Add-IPBlockListEntry -IPAddress ${address}`);
    expect(arrives('not here')).toBe(true);
    expect(shell.onEdge('@(Get-IPBlockListEntry).Count')).toEqual(['0']);
    shell.type('Remove-IPBlockListEntry 1 -Confirm:$false');
    expect(shell.error('Remove-IPBlockListEntry 1 -Confirm:$false')).toContain("'1' couldn't be found");
    expect(shell.error('Add-IPBlockListEntry -IPRange 10.1')).toContain('10.1');
  });

  describe('list providers by DNS', () => {
    beforeEach(() => {
      shell.onEdge(
        "Add-IPBlockListProvider Bad -LookupDomain bl.example -AnyMatch $true -RejectionResponse 'you are on a list'",
      );
    });
    const list = (code: string): void =>
      void shell.type(`$null = New-SandboxDnsRecord 10.1.1.10.bl.example A ${code} -Ttl 00:00:10`);

    it('a listed address is refused at RCPT', () => {
      expect(arrives('unlisted')).toBe(true);
      list('127.0.0.2');
      expect(
        shell.onEdge(`$t = Test-IPBlockListProvider Bad -IPAddress ${address}; "$($t.ProviderResult) $($t.Matched)"`),
      ).toEqual(['127.0.0.2 True']);
      expect(arrives('listed')).toBe(false);
      expect(log()).toEqual(['Connection Filtering Agent OnRcptCommand RejectCommand BlockListProvider Bad']);
      expect(reply()).toBe('550 5.7.1 you are on a list');
      shell.onEdge('Set-IPBlockListProvider Bad -RejectionResponse $null');
      expect(arrives('still')).toBe(false);
      expect(reply()).toBe('550 5.7.1 Recipient not authorized, your IP has been found on a block list');
    });

    it('by bits and by codes', () => {
      list('127.0.0.4');
      const set = (parameters: string): boolean => {
        shell.onEdge(`Set-IPBlockListProvider Bad -AnyMatch $false ${parameters}`);
        return arrives(parameters);
      };
      expect(set('-BitmaskMatch 127.0.0.2')).toBe(true);
      expect(set('-BitmaskMatch 127.0.0.6')).toBe(false);
      expect(set('-BitmaskMatch $null -IPAddressesMatch 127.0.0.2,127.0.0.3')).toBe(true);
      expect(set('-IPAddressesMatch @{Add="127.0.0.4"}')).toBe(false);
    });

    it('an allow list provider comes first; priorities are numbered through', () => {
      list('127.0.0.2');
      shell.onEdge(
        'Add-IPAllowListProvider Good -LookupDomain wl.example -AnyMatch $true; Add-IPBlockListProvider Other -LookupDomain other.example -Priority 1',
      );
      expect(shell.onEdge('Get-IPBlockListProvider | ForEach-Object { "$($_.Priority) $($_.Name)" }')).toEqual([
        '1 Other',
        '2 Bad',
      ]);
      shell.type('$null = New-SandboxDnsRecord 10.1.1.10.wl.example A 127.0.0.1');
      expect(arrives('on both')).toBe(true);
      shell.onEdge('Set-IPBlockListProvider Bad -Enabled $false; Remove-IPAllowListProvider Good -Confirm:$false');
      expect(arrives('disabled')).toBe(true);
    });
  });
});

describe('sender filter', () => {
  it.each([
    [`-BlockedSenders ${pat}`, false, 'BlockedSender'],
    ['-BlockedDomains fabrikam.com', false, 'BlockedDomain'],
    ['-BlockedDomainsAndSubdomains fabrikam.com', false, 'BlockedDomainAndSubdomains'],
    ['-BlockedSenders other@fabrikam.com', true, ''],
    [`-BlockedSenders ${pat} -ExternalMailEnabled $false`, true, ''],
  ])('%s', (parameters, taken, reason) => {
    shell.onEdge(`Set-SenderFilterConfig ${parameters}`);
    expect(arrives('x')).toBe(taken);
    if (taken) return expect(log()).toEqual([]);
    expect(log()[0]).toContain(`Sender Filter Agent OnMailCommand RejectCommand ${reason}`);
    return expect(reply()).toBe('554 5.1.0 Sender denied');
  });

  it('StampStatus notes it for the content filter', () => {
    shell.onEdge(`Set-SenderFilterConfig -BlockedSenders ${pat} -Action StampStatus`);
    shell.mail(pat, alice, 'noted');
    expect(shell.subjects('alice', 'Junk E-mail')).toEqual(['noted']);
    expect(header('X-MS-Exchange-Organization-SCL')).toBe('5');
  });

  it('BlankSenderBlockingEnabled', () => {
    const blank = (): string => shell.replies('EDGE01 25', 'mail from:<>')[0]!;
    expect(blank()).toBe('250 2.1.0 Sender OK');
    shell.onEdge('Set-SenderFilterConfig -BlankSenderBlockingEnabled $true');
    expect(blank()).toBe('554 5.1.0 Sender denied');
  });
});

describe('recipient filter', () => {
  const recipient = (name: string): string =>
    shell.replies('EDGE01 25', 'mail from:<a@b.com>', `rcpt to:<${name}@contoso.com>`)[1]!;

  it('blocked recipients, held back by the tarpit', () => {
    shell.onEdge('Set-RecipientFilterConfig -BlockedRecipients bob@contoso.com');
    expect(recipient('bob')).toBe('250 2.1.5 Recipient OK');
    shell.onEdge('Set-RecipientFilterConfig -BlockListEnabled $true');
    expect(shell.seconds(() => expect(recipient('bob')).toBe('550 5.1.1 User unknown'))).toBe(5);
    expect(recipient('alice')).toBe('250 2.1.5 Recipient OK');
  });

  it('recipient validation, by EdgeSync only', () => {
    expect(recipient('nobody')).toBe('250 2.1.5 Recipient OK');
    shell.onEdge('Set-RecipientFilterConfig -RecipientValidationEnabled $true');
    expect(recipient('nobody')).toBe('550 5.1.1 User unknown');
    expect(recipient('alice')).toBe('250 2.1.5 Recipient OK');
    shell.type('Set-DistributionGroup sales -RequireSenderAuthenticationEnabled $true');
    expect(recipient('sales')).toBe('550 5.7.1 Recipient not authorized');
    expect(log().at(-1)).toContain('Recipient Filter Agent OnRcptCommand RejectCommand RecipientRestricted');
  });
});

describe('Sender ID', () => {
  const spf = (text: string): void =>
    void shell.type(
      `Get-SandboxDnsRecord fabrikam.com -Type TXT | Remove-SandboxDnsRecord -Confirm:$false; $null = New-SandboxDnsRecord fabrikam.com TXT '${text}'; Step-SandboxClock -Hours 2`,
    );
  const result = (text: string): string | undefined => {
    spf(text);
    shell.mail(pat, alice, text);
    return header('X-MS-Exchange-Organization-SenderIdResult');
  };

  it.each([
    ['v=spf1 ip4:10.1.0.0/16 -all', 'Pass'],
    ['v=spf1 mx -all', 'Pass'],
    ['v=spf1 a:mx1.fabrikam.com ~all', 'Pass'],
    ['v=spf1 ip4:10.9.0.0/16 ~all', 'SoftFail'],
    ['v=spf1 ip4:10.9.0.0/16 ?all', 'Neutral'],
    ['v=spf1 ip4:10.9.0.0/16 -all', 'Fail'],
    ['v=spf1 what -all', 'PermError'],
    ['no record of this kind', 'None'],
  ])('%s: %s', (text, expected) => {
    expect(result(text)).toBe(expected);
    expect(header('X-MS-Exchange-Organization-PRD')).toBe('fabrikam.com');
  });

  it('SpoofedDomainAction', () => {
    spf('v=spf1 -all');
    expect(arrives('stamped')).toBe(true);
    shell.onEdge('Set-SenderIdConfig -SpoofedDomainAction Reject');
    expect(arrives('rejected')).toBe(false);
    expect(reply()).toBe('550 5.7.1 Sender ID (PRA) Not Permitted');
    shell.onEdge('Set-SenderIdConfig -SpoofedDomainAction Delete');
    expect(arrives('deleted')).toBe(false);
    expect(log().at(-1)).toBe('Sender Id Agent OnEndOfHeaders DeleteMessage Fail_NotPermitted fabrikam.com');
    expect(shell.type('(Get-SandboxHost mx1.fabrikam.com).Waiting')).toEqual(['0']);
    shell.onEdge(`Set-SenderIdConfig -BypassedRecipients ${alice}`);
    expect(arrives('bypassed')).toBe(true);
  });

  it('TempErrorAction while DNS is ill', () => {
    shell.onEdge('Set-SenderIdConfig -TempErrorAction Reject');
    shell.type('Set-SandboxDnsServer 192.168.100.53 -Behavior ServFail -Zone fabrikam.com');
    expect(arrives('later')).toBe(false);
    shell.type(
      'Set-SandboxDnsServer 192.168.100.53 -Behavior Answer -Zone fabrikam.com; Step-SandboxClock -Minutes 16',
    );
    expect(shell.subjects('alice')).toEqual(['later']);
  });
});

describe('content filter', () => {
  const gtube = "-Body 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'";
  const set = (parameters: string): void => void shell.onEdge(`Set-ContentFilterConfig ${parameters}`);

  it('levels stand in the header; above the junk threshold mail goes to Junk E-mail', () => {
    expect(arrives('hello')).toBe(true);
    expect(header('X-MS-Exchange-Organization-SCL')).toBe('0');
    shell.mail(pat, alice, 'free money', "-Body 'act now: make money fast'");
    expect(shell.subjects('alice', 'Junk E-mail')).toEqual(['free money']);
    expect(header('X-MS-Exchange-Organization-SCL')).toBe('6');
    shell.type('Set-OrganizationConfig -SCLJunkThreshold 6');
    expect(arrives('free money', "-Body 'act now: make money fast'")).toBe(true);
  });

  it('delete, reject and quarantine by thresholds', () => {
    set('-SCLRejectEnabled $true -SCLRejectThreshold 7');
    expect(arrives('rejected', gtube)).toBe(false);
    expect(reply()).toBe('550 5.7.1 Message rejected due to content restrictions');
    set("-SCLDeleteEnabled $true -SCLDeleteThreshold 9 -RejectionResponse 'no thanks'");
    expect(arrives('deleted', gtube)).toBe(false);
    expect(log().map((line) => line.split(' ').slice(4).join(' '))).toEqual([
      'RejectMessage SCL 9',
      'DeleteMessage SCL 9',
    ]);
    set('-SCLDeleteEnabled $false -SCLRejectEnabled $false -SCLQuarantineEnabled $true -SCLQuarantineThreshold 8');
    expect(arrives('nowhere to keep it', gtube)).toBe(false);
    expect(reply()).toBe('550 5.2.1 Content Filter agent quarantined this message');
    set('-QuarantineMailbox bob@contoso.com');
    shell.mail(pat, alice, 'kept', gtube);
    expect([shell.subjects('alice'), shell.subjects('bob', 'Junk E-mail')]).toEqual([[], ['kept']]);
    expect(
      shell.onEdge(
        'try { Set-ContentFilterConfig -SCLRejectEnabled $true -SCLRejectThreshold 5 -ErrorAction Stop } catch { "refused" }',
      ),
    ).toEqual(['refused']);
  });

  it.each([`-BypassedSenders ${pat}`, '-BypassedSenderDomains *.fabrikam.com', `-BypassedRecipients ${alice}`])(
    '%s',
    (parameters) => {
      set(`-SCLRejectEnabled $true ${parameters}`);
      expect(arrives('bypassed', gtube)).toBe(true);
      expect(header('X-MS-Exchange-Organization-SCL')).toBe('-1');
    },
  );

  it('headers of the organisation stay inside', () => {
    shell.type(
      'Set-Mailbox alice -ForwardingAddress $null; New-MailContact Outside -ExternalEmailAddress x@adatum.com; Set-Mailbox alice -ForwardingAddress Outside',
    );
    shell.mail(pat, alice, 'on its way out');
    shell.type('Step-SandboxClock -Minutes 2');
    const eml = shell.type('(Get-SandboxMailboxItem x@adatum.com -Body).Eml').join('\n');
    expect(eml).toContain('Subject: on its way out');
    expect(eml).not.toContain('X-MS-Exchange-Organization');
  });
});

it('the agent log: fields in the file, dates and folders in the cmdlet', () => {
  shell.mail(pat, alice, 'first');
  shell.type('Step-SandboxClock -Hours 30');
  shell.mail(pat, alice, 'second');
  const folder = '$env:ExchangeInstallPath\\TransportRoles\\Logs\\Edge\\AgentLog';
  const text = shell.onEdge(
    `Get-ChildItem "${folder}" | Sort-Object Name | ForEach-Object Name; Get-Content "${folder}\\AGENTLOG20260302-1.LOG"`,
  );
  expect(text.slice(0, 2)).toEqual(['AGENTLOG20260302-1.LOG', 'AGENTLOG20260303-1.LOG']);
  expect(text).toContain(
    '#Fields: Timestamp,SessionId,LocalEndpoint,RemoteEndpoint,EnteredOrgFromIP,MessageId,P1FromAddress,P2FromAddresses,Recipient,NumRecipients,Agent,Event,Action,SmtpResponse,Reason,ReasonData',
  );
  expect(
    shell.onEdge(
      '(Get-AgentLog).Count; @(Get-AgentLog -StartDate 2026-03-03).Count; @(Get-AgentLog -EndDate 2026-03-03).Count',
    ),
  ).toEqual(['2', '1', '1']);
  expect(
    shell.onEdge(`@(Get-AgentLog -Location "${folder}").Count; @(Get-AgentLog -Location C:\\Windows).Count`),
  ).toEqual(['2', '0']);
  shell.onEdge('Set-TransportService EDGE01 -AgentLogEnabled $false');
  shell.mail(pat, alice, 'third');
  expect(shell.onEdge('(Get-AgentLog).Count')).toEqual(['2']);
});
