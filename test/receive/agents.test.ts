// Transport agents: their lists, what changes to them print, and that they count from the next start of the service on (facts/outputs 3.5).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiving } from './receiving.ts';

let shell: Receiving;
const restart =
  'WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport';
const names = (): string[] =>
  shell.type('Get-TransportAgent | ForEach-Object { "$($_.Priority) $($_.Identity) $($_.Enabled)" }');

beforeEach(() => {
  shell = new Receiving();
});
afterEach(() => shell.dispose());

it('setup registers agents by role and version', () => {
  expect(names()).toHaveLength(9);
  expect(names()[0]).toBe('1 Transport Rule Agent True');
  expect(shell.onEdge('(Get-TransportAgent).Identity')).toEqual([
    'Connection Filtering Agent',
    'Address Rewriting Inbound Agent',
    'Edge Rule Agent',
    'Content Filter Agent',
    'Sender Id Agent',
    'Sender Filter Agent',
    'Recipient Filter Agent',
    'Protocol Analysis Agent',
    'Attachment Filtering Agent',
    'Address Rewriting Outbound Agent',
  ]);
  const older = new Receiving({ organization: 'Fabrikam2010' });
  expect(older.type('(Get-TransportAgent).Identity')).toEqual([
    'Transport Rule Agent',
    'Text Messaging Routing Agent',
    'Text Messaging Delivery Agent',
  ]);
  older.dispose();
});

it('priority: the others move', () => {
  expect(shell.type("Set-TransportAgent 'Malware Agent' -Priority 1")).toEqual([restart]);
  expect(names().slice(0, 3)).toEqual([
    '1 Malware Agent True',
    '2 Transport Rule Agent True',
    '3 DLP Policy Agent True',
  ]);
  expect(shell.error("Set-TransportAgent 'Malware Agent' -Priority 10")).toContain('between 1 and 9');
  expect(shell.error("Enable-TransportAgent 'No Agent'")).toContain("'No Agent' couldn't be found");
});

it('an agent that is disabled works until the service is restarted', () => {
  shell.onEdge('Set-SenderFilterConfig -BlockedDomains fabrikam.com');
  const arrives = (subject: string): boolean => {
    shell.mail('pat@fabrikam.com', 'alice@contoso.com', subject);
    return shell.subjects('alice').includes(subject);
  };
  expect(arrives('one')).toBe(false);
  expect(shell.onEdge("Disable-TransportAgent 'Sender Filter Agent' -Confirm:$false")).toEqual([restart]);
  expect(arrives('two')).toBe(false);
  expect(shell.onEdge('(Get-TransportPipeline | Where-Object Event -eq OnMailCommand).TransportAgents')).toEqual([
    'Connection Filtering Agent',
    'Sender Filter Agent',
  ]);
  shell.onEdge('Restart-Service MSExchangeTransport');
  expect(arrives('three')).toBe(true);
  expect(shell.onEdge('(Get-TransportPipeline | Where-Object Event -eq OnMailCommand).TransportAgents')).toEqual([
    'Connection Filtering Agent',
  ]);
  shell.onEdge(
    "Enable-TransportAgent 'Sender Filter Agent' -WarningAction SilentlyContinue; Restart-Service MSExchangeTransport",
  );
  expect(arrives('four')).toBe(false);
});

it('agents are asked in order of priority', () => {
  shell.onEdge(
    'Set-SenderFilterConfig -BlankSenderBlockingEnabled $true; Set-ContentFilterConfig -SCLRejectEnabled $true -SCLRejectThreshold 1; Set-SenderIdConfig -SpoofedDomainAction Reject',
  );
  shell.type("$null = New-SandboxDnsRecord fabrikam.com TXT 'v=spf1 -all'; Step-SandboxClock -Hours 2");
  shell.mail('pat@fabrikam.com', 'alice@contoso.com', 'free money');
  const last = (): string[] => shell.onEdge('(Get-AgentLog | Select-Object -Last 1).Agent');
  expect(last()).toEqual(['Sender Id Agent']);
  shell.onEdge(
    "Disable-TransportAgent 'Sender Id Agent' -Confirm:$false -WarningAction SilentlyContinue; Restart-Service MSExchangeTransport",
  );
  shell.mail('pat@fabrikam.com', 'alice@contoso.com', 'free money');
  expect(last()).toEqual(['Content Filter Agent']);
});

describe('on a Mailbox server', () => {
  const folder =
    "($env:ExchangeInstallPath + 'TransportRoles\\agents\\Hygiene\\Microsoft.Exchange.Transport.Agent.Hygiene.dll')";
  const install = (name: string, factory: string): string[] =>
    shell.type(`Install-TransportAgent '${name}' -TransportAgentFactory ${factory} -AssemblyPath ${folder}`);

  it('anti-spam agents can be installed, enabled and, after a restart, used for mail that the front end passes on', () => {
    shell.type('Set-SenderFilterConfig -BlockedDomains fabrikam.com');
    const direct = (subject: string): boolean => {
      shell.mail('pat@fabrikam.com', 'alice@contoso.com', subject, '-Server EX01');
      return shell.subjects('alice').includes(subject);
    };
    expect(direct('one')).toBe(true);
    const said = install(
      'Sender Filter Agent',
      'Microsoft.Exchange.Transport.Agent.ProtocolFilter.SenderFilterAgentFactory',
    );
    expect(said.filter((line) => line.startsWith('WARNING'))).toEqual([
      'WARNING: Please exit Windows PowerShell to complete the installation.',
      restart,
    ]);
    expect(names().at(-1)).toBe('10 Sender Filter Agent False');
    shell.type("Enable-TransportAgent 'Sender Filter Agent'");
    expect(direct('two')).toBe(true);
    shell.type('Restart-Service MSExchangeTransport');
    expect(direct('three')).toBe(false);
    expect(shell.type('(Get-AgentLog).Agent')).toEqual(['Sender Filter Agent']);
    expect(shell.type('Invoke-Command -ComputerName EX02 { (Get-TransportAgent).Count }')).toEqual(['9']);
    // Mail of users is none of its business.
    shell.type('Set-SenderFilterConfig -BlockedDomains contoso.com');
    shell.mail('bob', 'alice@contoso.com', 'inside');
    expect(shell.subjects('alice')).toContain('inside');
    shell.type("Uninstall-TransportAgent 'Sender Filter Agent' -Confirm:$false");
    expect(names()).toHaveLength(9);
  });

  it('the product’s script installs all that a Mailbox server can use', () => {
    expect(shell.type('& "$exscripts\\Install-AntispamAgents.ps1"').at(-1)).toContain('have been installed');
    shell.type(
      'Restart-Service MSExchangeTransport; Set-ContentFilterConfig -SCLRejectEnabled $true -SCLRejectThreshold 4; Set-RecipientFilterConfig -RecipientValidationEnabled $true',
    );
    shell.mail('pat@fabrikam.com', 'alice@contoso.com', 'free money, risk free', '-Server EX01');
    expect(shell.subjects('alice')).toEqual([]);
    expect(shell.type('(Get-AgentLog).Action')).toEqual(['RejectMessage']);
    expect(shell.replies('EX01 25', 'mail from:<a@b.com>', 'rcpt to:<nobody@contoso.com>').at(-1)).toBe(
      '550 5.1.1 User unknown',
    );
  });

  it('agents of others are listed; twice or without a file they are refused', () => {
    install('Mine', 'Contoso.AgentFactory');
    expect(
      shell.error(`Install-TransportAgent Mine -TransportAgentFactory Contoso.AgentFactory -AssemblyPath ${folder}`),
    ).toContain('already installed');
    expect(
      shell.error('Install-TransportAgent Other -TransportAgentFactory x -AssemblyPath C:\\nowhere.dll'),
    ).toContain("couldn't be found");
    shell.type('Stop-Service MSExchangeTransport -Force');
    expect(shell.error('Get-TransportPipeline')).toContain(
      'Failed to connect to the Microsoft Exchange Transport service',
    );
  });

  it('without the Transport Rule agent rules do nothing', () => {
    shell.type('$null = New-TransportRule Stop -SubjectContainsWords secret -RejectMessageReasonText no');
    shell.mail('bob', 'alice@contoso.com', 'secret one');
    expect(shell.subjects('alice')).toEqual([]);
    shell.type(
      "Get-TransportService | Where-Object Name -ne EDGE01 | ForEach-Object { Invoke-Command -ComputerName $_.Name { Disable-TransportAgent 'Transport Rule Agent' -Confirm:$false -WarningAction SilentlyContinue; Restart-Service MSExchangeTransport } }; Step-SandboxClock -Minutes 1",
    );
    shell.mail('bob', 'alice@contoso.com', 'secret two');
    expect(shell.subjects('alice')).toEqual(['secret two']);
  });
});
