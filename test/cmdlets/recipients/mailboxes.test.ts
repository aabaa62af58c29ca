// Mailboxes made, disabled and changed by cmdlets, and what becomes of mail for them.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const line = (text: string): string => test.run(text).trim();
const password = "-Password (ConvertTo-SecureString 'Pa$$word1' -AsPlainText -Force)";
const subjects = (mailbox: string): string =>
  line(`(Get-SandboxMailboxItem ${mailbox} -Folder Inbox | Sort-Object Received).Subject -join ','`);
const mail = (text: string): void => void test.run(`Send-SandboxMessage ${text}; Step-SandboxClock -Minutes 5`);
beforeEach(() => void (test = openTestSession({})));
afterEach(() => test.dispose());

describe('New-Mailbox', () => {
  it('makes a mailbox that receives at once, with names as the product makes them', () => {
    test.run(`New-Mailbox -Name 'Dora Hill' -UserPrincipalName dora@contoso.com ${password} -Database DB02 | Out-Null`);
    const text = `(Get-Mailbox dora | % { $_.Alias, $_.PrimarySmtpAddress, $_.SamAccountName, $_.DistinguishedName, $_.ServerName }) -join '|'`;
    expect(line(text)).toBe('dora|dora@contoso.com|dora|CN=Dora Hill,CN=Users,DC=contoso,DC=com|ex02');
    expect(line('(Get-Mailbox dora).LegacyExchangeDN')).toContain('/cn=Recipients/cn=');
    mail('alice dora@contoso.com -Subject hello');
    expect(subjects('dora')).toBe('hello');
  });

  it('takes an organizational unit, and chooses a database when none is named', () => {
    test.run(`New-Mailbox Dora -UserPrincipalName dora@contoso.com ${password} -OrganizationalUnit Sales | Out-Null`);
    expect(line('(Get-Mailbox dora).DistinguishedName')).toBe('CN=Dora,OU=Sales,DC=contoso,DC=com');
    expect(line('(Get-Mailbox dora).OrganizationalUnit')).toBe('contoso.com/Sales');
    expect(line('(Get-Mailbox dora).Database')).toMatch(/^DB0[12]$/);
    expect(line('@(Get-Recipient -OrganizationalUnit contoso.com/Sales).Name')).toBe('Dora');
  });

  it('refuses names, aliases, addresses and logon names in use', () => {
    const make = (rest: string): string => test.run(`New-Mailbox ${rest} ${password}`);
    expect(make('-Name bob -UserPrincipalName x@contoso.com')).toContain('already exists');
    expect(make('-Name Bobby -Alias bob -UserPrincipalName x@contoso.com')).toContain('of property "Alias" is used');
    expect(make('-Name Bobby -UserPrincipalName bob@contoso.com -Alias x')).toContain('"UserPrincipalName"');
    expect(make('-Name Bobby -UserPrincipalName x@contoso.com -PrimarySmtpAddress bob@contoso.com')).toContain(
      'The proxy address "SMTP:bob@contoso.com" is already being used',
    );
    expect(make("-Name Bobby -Alias 'a b' -UserPrincipalName x@contoso.com")).toContain('Alias');
    expect(make('-Name Bobby -UserPrincipalName x@contoso.com -Database DB9')).toContain("couldn't be found");
    expect(line('@(Get-Mailbox bobby -ErrorAction SilentlyContinue).Count')).toBe('0');
  });

  it('asks nothing and makes nothing with -WhatIf', () => {
    expect(test.run(`New-Mailbox Dora -UserPrincipalName dora@contoso.com ${password} -WhatIf`)).toContain(
      'What if: Creating mailbox "Dora".',
    );
    expect(line('@(Get-Mailbox dora -ErrorAction SilentlyContinue).Count')).toBe('0');
  });
});

describe('Disable-Mailbox and Enable-Mailbox', () => {
  it('take the mailbox from its user, with an NDR for senders, and give one again', () => {
    test.run('Disable-Mailbox bob -Confirm:$false');
    expect(line('(Get-User bob).RecipientType')).toBe('User');
    mail('alice bob@contoso.com -Subject lost');
    expect(line('(Get-SandboxMailboxItem alice -Folder Inbox -Body)[0].Body')).toContain(
      '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
    );
    test.run('Enable-Mailbox bob -Database DB02 | Out-Null');
    mail('alice bob@contoso.com -Subject found');
    expect(subjects('bob')).toBe('found');
    expect(line('(Get-Mailbox bob).Database')).toBe('DB02');
    expect(test.run('Enable-Mailbox bob')).toContain('already has a mailbox');
  });

  it('Remove-Mailbox takes user and memberships along', () => {
    test.run('Remove-Mailbox carol -Confirm:$false');
    expect(line('@(Get-User carol -ErrorAction SilentlyContinue).Count')).toBe('0');
    expect(line('(Get-DistributionGroupMember sales).Name')).toBe('bob');
  });
});

describe('Set-Mailbox', () => {
  it('adds and removes proxy addresses, and mail to them arrives', () => {
    test.run("Set-Mailbox bob -EmailAddresses @{Add='robert@contoso.com'}");
    mail('alice robert@contoso.com -Subject second');
    expect(subjects('bob')).toBe('second');
    test.run("Set-Mailbox bob -EmailAddresses 'SMTP:robert@contoso.com','smtp:bob@contoso.com'");
    expect(line('(Get-Mailbox bob).PrimarySmtpAddress')).toBe('robert@contoso.com');
    test.run("Set-Mailbox bob -EmailAddresses @{Remove='bob@contoso.com'}");
    expect(line("(Get-Mailbox bob).EmailAddresses -join ','")).toBe('SMTP:robert@contoso.com');
    expect(test.run("Set-Mailbox bob -EmailAddresses @{Add='alice@contoso.com'}")).toContain('already being used');
  });

  it('forwards to a recipient, with and without a copy, and to an address outside', () => {
    test.run('Set-Mailbox bob -ForwardingAddress alice -DeliverToMailboxAndForward $true');
    mail('carol bob -Subject both');
    expect([subjects('bob'), subjects('alice')]).toEqual(['both', 'both']);
    test.run(
      'Set-Mailbox bob -DeliverToMailboxAndForward $false -ForwardingAddress $null -ForwardingSmtpAddress pat@fabrikam.com',
    );
    expect(line('(Get-Mailbox bob).ForwardingSmtpAddress')).toBe('smtp:pat@fabrikam.com');
    mail('carol bob -Subject outside');
    expect(subjects('bob')).toBe('both');
    expect(line('(Get-SandboxMailboxItem pat@fabrikam.com).Subject')).toBe('outside');
    expect(test.run('Set-Mailbox bob -ForwardingAddress nobody')).toContain("couldn't be found");
  });

  it('accepts only from named senders and members of named groups', () => {
    test.run('Set-Mailbox bob -AcceptMessagesOnlyFromSendersOrMembers alice, tokyo');
    expect(line("(Get-Mailbox bob).AcceptMessagesOnlyFromDLMembers -join ','")).toBe('tokyo');
    mail('alice bob -Subject one');
    mail('kenji bob -Subject two');
    mail('carol bob -Subject three');
    expect(subjects('bob')).toBe('one,two');
    expect(line('(Get-SandboxMailboxItem carol -Folder Inbox -Body)[0].Body')).toContain('RESOLVER.RST.NotAuthorized');
    test.run('Set-Mailbox bob -AcceptMessagesOnlyFromSendersOrMembers $null -RejectMessagesFrom alice');
    mail('alice bob -Subject four');
    mail('carol bob -Subject five');
    expect(subjects('bob')).toBe('one,two,five');
  });

  it("limits by the mailbox's quota, else by its database's", () => {
    test.run('Set-Mailbox bob -ProhibitSendReceiveQuota 100KB -UseDatabaseQuotaDefaults $false');
    mail('alice bob -Subject big -SizeKB 200');
    expect(line('(Get-SandboxMailboxItem alice -Folder Inbox -Body)[0].Body')).toContain('5.2.2');
    test.run('Set-Mailbox alice -ProhibitSendQuota 150KB -UseDatabaseQuotaDefaults $false');
    mail('alice carol -Subject stuck');
    expect(line('(Get-SandboxMailboxItem alice -Folder Drafts).Subject')).toBe('stuck');
    test.run('Set-Mailbox alice -ProhibitSendQuota Unlimited; Step-SandboxClock -Minutes 5');
    expect(subjects('carol')).toBe('stuck');
    test.run('Set-MailboxDatabase DB02 -ProhibitSendReceiveQuota 100KB');
    mail('alice carol -Subject big -SizeKB 200');
    expect(subjects('carol')).toBe('stuck');
  });

  it('stores and shows what has no effect, and keeps groups when the name changes', () => {
    test.run(
      "Set-Mailbox bob -CustomAttribute1 blue -HiddenFromAddressListsEnabled $true -RulesQuota 128KB -Name 'Robert Kelly'",
    );
    expect(
      line(
        "(Get-Mailbox bob | % { $_.CustomAttribute1, $_.HiddenFromAddressListsEnabled, $_.RulesQuota, $_.Name }) -join '|'",
      ),
    ).toBe('blue|True|128 KB (131,072 bytes)|Robert Kelly');
    expect(line("(Get-DistributionGroupMember sales).Name -join ','")).toBe('Robert Kelly,carol');
    test.run("Set-Mailbox bob -Name 'ROBERT Kelly'");
    expect(line("(Get-DistributionGroupMember sales).Name -join ','")).toBe('ROBERT Kelly,carol');
    expect(line('(Set-Mailbox bob -Type Shared) + (Get-Mailbox bob).RecipientTypeDetails')).toBe('SharedMailbox');
  });
});

describe('Get-Mailbox, Get-Recipient and Get-User', () => {
  it('filter, narrow, sort and page', () => {
    expect(line("(Get-Mailbox -Database DB03).Name -join ','")).toBe('hiro,kenji,mika,rui,yuki');
    expect(line("(Get-Mailbox -Server EX03).Name -join ','")).toContain('kenji');
    expect(line("(Get-Recipient -Filter \"(Alias -eq 'bob') -or (Alias -eq 'pat')\").RecipientType -join ','")).toBe(
      'UserMailbox,MailContact',
    );
    expect(line('$who = "carol"; (Get-Recipient -Filter {Alias -eq $who}).Name')).toBe('carol');
    expect(line("(Get-Recipient -RecipientType MailContact, MailUniversalDistributionGroup).Name -join ','")).toContain(
      'allstaff',
    );
    expect(line('(Get-Recipient -Anr bob.k).Count + (Get-Recipient -Anr Bob).Count')).toBe('1');
    expect(test.run('Get-Mailbox -ResultSize 2')).toContain('WARNING: There are more results available');
    expect(test.run("Get-Recipient -Filter 'Alias -oops 1'")).toContain("isn't valid");
    expect(line('(Get-Recipient smtp:bob@contoso.com).Name')).toBe('bob');
    expect(
      line(
        "(Get-Recipient -BookmarkDisplayName 'Bob Kelly' -IncludeBookmarkObject $false -ResultSize 1 -WarningAction SilentlyContinue).Name",
      ),
    ).toBe('carol');
    expect(test.run("Set-Mailbox bob -Password (ConvertTo-SecureString 'N3w' -AsPlainText -Force)")).toBe('');
    expect(line('(Get-Recipient CONTOSO\\bob).Name')).toBe('bob');
    expect(
      test.run('Set-Mailbox contoso.com/Users/bob -CustomAttribute2 x; Set-Mailbox CONTOSO\\bob -CustomAttribute3 y'),
    ).toBe('');
  });
});
