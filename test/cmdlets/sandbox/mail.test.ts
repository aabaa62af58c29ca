// spec/sandbox-cmdlets, Mail: Send-SandboxMessage, Get-SandboxMailboxItem, Trace-SandboxMessage.

import { describe, expect, it } from 'vitest';
import { Northwind, Shell } from '../../transport/support/shell.ts';

const contoso = (): Shell => new Shell('Contoso', 'EX01', 'alice');

describe('Send-SandboxMessage', () => {
  it('puts out the Message-ID of each message, a string in angle brackets', () => {
    const shell = contoso();
    expect(
      shell.ask('Send-SandboxMessage alice bob | ForEach-Object { $_.GetType().Name; $_ -match "^<[^@]+@[^>]+>$" }'),
    ).toEqual(['String', 'True']);
    expect(shell.ask('@(Send-SandboxMessage alice bob -Count 3 | Select-Object -Unique).Count')).toEqual(['3']);
  });

  it('takes addresses, aliases and names of mailboxes, groups and contacts', () => {
    const shell = contoso();
    shell.type(
      "$null = Send-SandboxMessage alice@contoso.com bob@contoso.com -Cc sales -Bcc pat, 'Kenji' -Subject many",
    );
    shell.step('-Minutes 1');
    for (const who of ['bob', 'carol', 'kenji', 'pat@fabrikam.com']) expect(shell.inbox(who)).toEqual(['many']);
    expect(shell.ask('Get-SandboxMailboxItem kenji | ForEach-Object { "$($_.To) | $($_.Cc)" }')).toEqual([
      'bob@contoso.com | sales@contoso.com',
    ]);
  });

  it('Subject is empty by default, Priority Normal; SizeKB is the size as transport counts it', () => {
    const shell = contoso();
    shell.type('$null = Send-SandboxMessage alice bob; Step-SandboxClock -Seconds 5');
    shell.type('$null = Send-SandboxMessage alice bob -SizeKB 200 -Priority High; Step-SandboxClock -Seconds 5');
    expect(
      shell.ask(
        'Get-SandboxMailboxItem bob | ForEach-Object { "[$($_.Subject)] $($_.Priority) $($_.Size.ToKB() -ge 200)" }',
      ),
    ).toEqual(['[] Normal False', '[] High True']);
    expect(
      shell.ask('(Get-MessageTrackingLog -EventId RECEIVE | Where-Object TotalBytes -ge 204800).Count'),
    ).not.toEqual(['0']);
  });

  it('Via is Mapi for mailboxes, Smtp for outside senders', () => {
    const shell = contoso();
    shell.send('alice bob');
    shell.step('-Seconds 5');
    expect(shell.ask('(Trace-SandboxMessage $id)[0].Component')).toEqual(['Submission']);
    shell.send('x@fabrikam.com bob@contoso.com -Subject in');
    shell.step('-Minutes 1');
    expect(shell.ask('(Trace-SandboxMessage $id -Server mx1*).Component')).toEqual(['OutsideHost']);
    expect(shell.inbox('bob')).toEqual(['', 'in']);
  });

  it('Mapi with Server is submitted there instead of the product’s choice', () => {
    const shell = contoso();
    shell.send('alice bob -Server EX02');
    shell.step('-Seconds 5');
    expect(shell.way().sort()).toEqual(['EX02 > EX01.contoso.com', 'EX02.contoso.com > EX01']);
  });

  it.each([
    ['Contoso', 'EX01', 'alice', 'bob'],
    ['Northwind2007', 'HUB-A1', 'ann', 'abe'],
    ['Fabrikam2010', 'HUB01', 'amy', 'ben'],
  ])(
    'Smtp of a mailbox sender in %s goes to a server of its site, as an authenticated client',
    (organization, server, from, to) => {
      const shell = new Shell(organization, server, from);
      shell.send(`${from} ${to} -Via Smtp -Subject client`);
      shell.step('-Minutes 1');
      expect(shell.inbox(to)).toEqual(['client']);
      shell.send(`${from} ${to} -Via Smtp -Server ${server} -Subject named`);
      shell.step('-Minutes 1');
      expect(shell.inbox(to)).toEqual(['client', 'named']);
    },
  );

  it('Port and SourceAddress decide which Receive connector answers', () => {
    const shell = contoso();
    shell.send('x@fabrikam.com bob@contoso.com -Server EX01 -Port 2525');
    shell.step('-Minutes 1');
    expect(shell.ask('(Trace-SandboxMessage $id)[0].Reason')).toEqual([expect.stringContaining('530 5.7.57')]);
    shell.type("Set-ReceiveConnector 'EX01\\Default Frontend EX01' -RemoteIPRanges 10.1.1.0-10.1.1.255");
    shell.send('x@fabrikam.com bob@contoso.com -Server EX01 -SourceAddress 10.1.1.77 -Subject from77');
    shell.send('y@adatum.com bob@contoso.com -Server EX01 -Subject fromElsewhere');
    shell.step('-Minutes 1');
    expect(shell.inbox('bob')).toEqual(['from77']);
  });

  it('mail for another type of address is for Mapi only', () => {
    const shell = new Northwind();
    shell.type('$null = Send-SandboxMessage ann FAX:5551234 -Server HUB-A1; Step-SandboxClock -Seconds 5');
    expect(shell.ask('@(Get-ChildItem C:\\Fax\\Drop).Count')).toEqual(['1']);
    expect(
      shell.ask('Send-SandboxMessage ann FAX:1 -Via Smtp 2>&1 | ForEach-Object { $_.FullyQualifiedErrorId }'),
    ).toEqual([expect.stringContaining('SandboxInvalidValue')]);
  });

  it('Mapi mail that no server takes stays in Drafts, and leaves it at the submission’s next retry', () => {
    const shell = contoso();
    shell.type('Set-SandboxServer EX01 -Online $true');
    shell.ask('Invoke-Command -ComputerName EX03 { Stop-Service MSExchangeTransport }');
    shell.send('kenji yuki -Subject waits');
    shell.step('-Minutes 5');
    const drafts = 'Get-SandboxMailboxItem kenji -Folder Drafts | ForEach-Object { $_.Subject }';
    expect(shell.ask(drafts)).toEqual(['waits']);
    expect(shell.ask('@(Get-SandboxMailboxItem kenji -Folder Outbox).Count')).toEqual(['0']);
    shell.ask('Invoke-Command -ComputerName EX03 { Start-Service MSExchangeTransport }');
    shell.step('-Minutes 10');
    expect(shell.ask(drafts)).toEqual([]);
    expect(shell.inbox('yuki')).toEqual(['waits']);
    expect(shell.ask("(Get-SandboxMailboxItem kenji -Folder 'Sent Items').Subject")).toEqual(['waits']);
  });

  it('outside hosts try again every 15 minutes for 5 days, and give up at 5xx', () => {
    const shell = contoso();
    shell.type('Set-SandboxServer EDGE01 -Online $false');
    shell.send('x@fabrikam.com bob@contoso.com -Subject late');
    shell.step('-Minutes 14');
    const waiting = '(Get-SandboxHost mx1.fabrikam.com).Waiting';
    expect(shell.ask(waiting)).toEqual(['1']);
    shell.type('Set-SandboxServer EDGE01 -Online $true; Step-SandboxClock -Minutes 2');
    expect(shell.inbox('bob')).toEqual(['late']);
    expect(shell.ask(waiting)).toEqual(['0']);
    shell.send('x@fabrikam.com nobody@elsewhere.example -Server EX01 -Subject relay');
    shell.step('-Seconds 30');
    expect(shell.ask(waiting)).toEqual(['0']);
    shell.type('Set-SandboxServer EDGE01 -Online $false');
    shell.send('x@fabrikam.com bob@contoso.com');
    shell.step('-Days 4.99');
    expect(shell.ask(waiting)).toEqual(['1']);
    shell.step('-Hours 1');
    expect(shell.ask(waiting)).toEqual(['0']);
  });
});

describe('Get-SandboxMailboxItem', () => {
  it('shows folders, oldest first, from the pipeline, and no more than asked for', () => {
    const shell = contoso();
    for (const subject of ['one', 'two', 'three'])
      shell.type(`$null = Send-SandboxMessage alice bob, carol -Subject ${subject}; Step-SandboxClock -Minutes 1`);
    expect(shell.inbox('bob')).toEqual(['one', 'two', 'three']);
    expect(
      shell.ask("'bob', 'carol' | Get-SandboxMailboxItem -ResultSize 1 | ForEach-Object { $_.Mailbox + $_.Subject }"),
    ).toEqual(['bob@contoso.comone', 'carol@contoso.comone']);
    expect(shell.ask("(Get-SandboxMailboxItem alice -Folder 'sent items').Count")).toEqual(['3']);
    expect(
      shell.ask('Get-Mailbox bob | Get-SandboxMailboxItem -Folder Inbox | Measure-Object | ForEach-Object Count'),
    ).toEqual(['3']);
  });

  it('has the contract’s properties; Body and Eml only on demand', () => {
    const shell = contoso();
    shell.type("$null = Send-SandboxMessage alice bob -Subject s -Body 'the text'; Step-SandboxClock -Minutes 1");
    expect(shell.ask('(Get-SandboxMailboxItem bob).psobject.Properties.Name -join " "')).toEqual([
      'Mailbox Folder Subject From To Cc Received Kind Size Priority MessageId Server Identity',
    ]);
    expect(shell.ask('$i = Get-SandboxMailboxItem bob -Body; $i.Body.Trim(); $i.Eml -match "(?m)^Received: "')).toEqual(
      ['the text', 'True'],
    );
    expect(shell.ask('$i.Identity; $i.Server; $i.Received.GetType().Name; $i.Size.GetType().Name')).toEqual([
      'bob@contoso.com\\Inbox\\1',
      'EX01',
      'DateTime',
      'ByteQuantifiedSize',
    ]);
    expect(shell.ask('Get-SandboxMailboxItem bob')[1]).toMatch(/^Received +From +Subject +Folder +Kind$/);
  });

  it('shows what outside hosts accepted, and nothing for an address that none has', () => {
    const shell = contoso();
    shell.type('$null = Send-SandboxMessage alice x@adatum.com -Subject out; Step-SandboxClock -Minutes 1');
    expect(shell.ask('Get-SandboxMailboxItem x@adatum.com | ForEach-Object { "$($_.Subject) $($_.Server)" }')).toEqual([
      'out mail.adatum.com',
    ]);
    expect(shell.ask('Get-SandboxMailboxItem nobody@adatum.com')).toEqual([]);
  });

  it('legacy mailboxes, too; a DSN shows its sender and all that its reader sees', () => {
    const shell = new Northwind();
    shell.type(
      '$null = Send-SandboxMessage ann leo -Subject old; $null = Send-SandboxMessage ann nobody@northwindtraders.com -Subject bad; Step-SandboxClock -Minutes 1',
    );
    expect(shell.inbox('leo')).toEqual(['old']);
    expect(shell.ask('$ndr = Get-SandboxMailboxItem ann -Folder Inbox -Body; $ndr.Kind; $ndr.From')).toEqual([
      'FailureDsn',
      expect.stringMatching(/^MicrosoftExchange\w+@northwindtraders.com$/),
    ]);
    expect(shell.ask('$ndr.Body -match "5.1.1" -and $ndr.Body -match "Original message headers:"')).toEqual(['True']);
  });
});

describe('Trace-SandboxMessage', () => {
  it('tells which connector won and why each of the others lost', () => {
    const shell = new Northwind();
    shell.send('ann x@partner.com -Server HUB-A1');
    shell.step('-Minutes 1');
    const routing = '$d = Trace-SandboxMessage $id | Where-Object Component -eq Routing | Select-Object -First 1;';
    expect(shell.ask(`${routing} $d.Reason`)).toEqual(['connector Partner (address space partner.com, cost 1) won']);
    expect(shell.ask(`${routing} $d.Alternatives`)).toEqual(
      expect.arrayContaining([
        'Backup Internet: address space * is less specific than partner.com of Partner',
        'Internet: address space * is less specific than partner.com of Partner',
        'Site relay: no address space fits',
        'Fax: no address space fits',
      ]),
    );
    shell.send('ann x@woodgrovebank.com -Server HUB-A1');
    shell.step('-Minutes 1');
    expect(shell.ask(`${routing} $d.Alternatives | Where-Object { $_ -like 'Backup*' }`)).toEqual([
      'Backup Internet: costs more: 60 (address space 50, way 10), not 10 (address space 10, way 0)',
    ]);
    shell.type("Set-SendConnector Internet -Enabled $false; Set-SendConnector 'Backup Internet' -MaxMessageSize 1MB");
    shell.send('ann x@woodgrovebank.com -Server HUB-A1 -SizeKB 2000');
    shell.step('-Minutes 1');
    expect(shell.ask(`${routing} $d.Alternatives | Where-Object { $_ -match '^(Internet|Backup)' }`)).toEqual([
      expect.stringMatching(/^Backup Internet: message too large \(2048000 > 1048576 bytes\)$/),
      'Internet: disabled',
    ]);
  });

  it('tells the path and its cost, and what the others would have cost', () => {
    const shell = new Northwind();
    shell.send('ann cara -Server HUB-A1');
    shell.step('-Minutes 1');
    expect(
      shell.ask(
        'Trace-SandboxMessage $id -Server HUB-A1 | Where-Object Component -eq Routing | ForEach-Object { $_.Reason; $_.Alternatives }',
      ),
    ).toEqual(['database DB-C lies in site SiteC, cost 20 by SiteB - SiteC', 'path SiteC: cost 50, not 20']);
  });

  it('has the contract’s properties, in order of time, and filters', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $false');
    shell.send('ann x@woodgrovebank.com, adam -Server HUB-A1');
    shell.step('-Minutes 5');
    expect(shell.ask('(Trace-SandboxMessage $id)[0].psobject.Properties.Name -join " "')).toEqual([
      'Timestamp Server Component Recipient Decision Reason Rule Alternatives Inputs MessageId Identity',
    ]);
    expect(shell.ask('$t = (Trace-SandboxMessage $id).Timestamp; "$t" -eq "$($t | Sort-Object)"')).toEqual(['True']);
    expect(
      shell.ask('(Trace-SandboxMessage $id -Rule A7).Count -ge 2; (Trace-SandboxMessage $id -Rule a7)[0].Recipient'),
    ).toEqual(['True', 'x@woodgrovebank.com']);
    expect(
      shell.ask('Trace-SandboxMessage $id -Recipient adam* | ForEach-Object { $_.Component } | Select-Object -Unique'),
    ).toEqual(expect.arrayContaining(['Routing', 'StoreDriver']));
    expect(shell.ask('@(Trace-SandboxMessage $id -Server MBX-A1).Count')).toEqual(['1']);
  });

  it('takes messages, tracking events and mailbox items from the pipeline', () => {
    const shell = new Northwind();
    shell.send('ann adam -Server HUB-A1');
    shell.step('-Minutes 1');
    const count = shell.ask('@(Trace-SandboxMessage $id).Count');
    for (const source of [
      '$id',
      'Get-SandboxMailboxItem adam',
      'Get-MessageTrackingLog -Server HUB-A1 -EventId RECEIVE',
    ])
      expect(shell.ask(`@(${source} | Trace-SandboxMessage).Count`)).toEqual(count);
    expect(shell.ask("Trace-SandboxMessage '<no@such>' 2>&1 | ForEach-Object { $_.CategoryInfo.Category }")).toEqual([
      'ObjectNotFound',
    ]);
  });

  it('tells what became of groups, forwardings and contacts, and what came in where', () => {
    const shell = contoso();
    shell.type('$null = Set-Mailbox bob -ForwardingAddress kenji');
    shell.send('x@fabrikam.com sales@contoso.com, pat@fabrikam.com -Server EX01');
    shell.send('x@fabrikam.com sales@contoso.com -Server EX01');
    shell.step('-Minutes 1');
    const decisions = shell.ask('Trace-SandboxMessage $id | ForEach-Object { "$($_.Component): $($_.Decision)" }');
    expect(decisions).toEqual(
      expect.arrayContaining([
        'SmtpReceive: Accepted by EX01\\Default Frontend EX01',
        'ShadowRedundancy: Copy on EX02',
        'Resolver: Expanded sales@contoso.com',
        'Resolver: Forwarded from bob@contoso.com',
      ]),
    );
    shell.send('alice bob, kenji');
    shell.step('-Minutes 1');
    expect(
      shell.ask('Trace-SandboxMessage $id | Where-Object Component -eq Resolver | ForEach-Object { $_.Decision }'),
    ).toEqual(expect.arrayContaining(['Forwarded from bob@contoso.com', 'Left out']));
    shell.send('alice nobody@contoso.com');
    shell.step('-Minutes 1');
    expect(shell.ask('(Trace-SandboxMessage $id | Where-Object Component -eq Resolver).Reason')).toEqual([
      '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
    ]);
  });

  it('tells of delayed fan-out', () => {
    const shell = new Northwind();
    shell.send('ann bea, cara -Server HUB-A1');
    shell.step('-Minutes 1');
    expect(
      shell.ask(
        'Trace-SandboxMessage $id -Server HUB-A1 -Recipient cara* | Where-Object Component -eq Routing | ForEach-Object { $_.Decision; $_.Reason; $_.Inputs }',
      ),
    ).toEqual([
      'SmtpRelayToRemoteAdSite siteb',
      'database DB-C lies in site SiteC, cost 20 by SiteB - SiteC; one copy goes as far as SiteB, where the paths of its recipients part',
      expect.stringMatching(/^queue HUB-A1\\\d+$/),
      expect.stringMatching(/^size \d+$/),
      expect.stringMatching(/^routing table \d+$/),
    ]);
  });

  it('AsTree is text: servers, below them what was decided there and why', () => {
    const shell = new Northwind();
    shell.send('ann cara -Server HUB-A1');
    shell.step('-Minutes 1');
    const tree = shell.ask('Trace-SandboxMessage $id -AsTree');
    expect(tree.filter((line) => line.startsWith('+- '))).toEqual(['+- HUB-A1', '+- HUB-C1', '+- MBX-C']);
    expect(tree.some((line) => line.includes('not path SiteC: cost 50, not 20'))).toBe(true);
    expect(shell.ask('(Trace-SandboxMessage $id -AsTree)[0].GetType().Name')).toEqual(['String']);
  });
});
