// Groups, contacts, mail users, address policies and X.400 domains by cmdlets, and their effect on mail.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const line = (text: string): string => test.run(text).trim();
const password = "-Password (ConvertTo-SecureString 'Pa$$word1' -AsPlainText -Force)";
const subjects = (mailbox: string): string =>
  line(`(Get-SandboxMailboxItem ${mailbox} | ? Folder -ne 'Sent Items' | Sort-Object Received).Subject -join ','`);
const mail = (text: string): void => void test.run(`Send-SandboxMessage ${text}; Step-SandboxClock -Minutes 5`);
beforeEach(() => void (test = openTestSession({})));
afterEach(() => test.dispose());

describe('distribution groups', () => {
  it('expand to their members as they are when mail comes', () => {
    test.run('New-DistributionGroup -Name Writers -Members alice, bob | Out-Null');
    mail('carol writers@contoso.com -Subject one');
    test.run('Remove-DistributionGroupMember writers -Member bob -Confirm:$false');
    test.run('Add-DistributionGroupMember writers -Member kenji@contoso.com');
    mail('carol writers -Subject two');
    expect([subjects('alice'), subjects('bob'), subjects('kenji')]).toEqual(['one,two', 'one', 'two']);
    test.run('Update-DistributionGroupMember writers -Members yuki -Confirm:$false');
    expect(line('(Get-DistributionGroupMember writers).Name')).toBe('yuki');
  });

  it('refuse strangers unless they are told otherwise, and nest', () => {
    test.run(
      'New-DistributionGroup Writers -Members alice, sales -RequireSenderAuthenticationEnabled $true | Out-Null',
    );
    mail('pat@fabrikam.com writers@contoso.com -Subject stranger');
    test.run('Set-DistributionGroup writers -RequireSenderAuthenticationEnabled $false');
    mail('pat@fabrikam.com writers@contoso.com -Subject friend');
    expect([subjects('alice'), subjects('carol')]).toEqual(['friend', 'friend']);
  });

  it('err for members that are there already, or not at all', () => {
    expect(test.run('Add-DistributionGroupMember sales -Member bob')).toContain('is already a member of the group');
    expect(test.run('Remove-DistributionGroupMember sales -Member alice -Confirm:$false')).toContain("isn't a member");
    expect(test.run('Add-DistributionGroupMember sales -Member nobody')).toContain("couldn't be found");
    expect(test.run('New-DistributionGroup sales')).toContain('already exists');
    expect(line('(New-DistributionGroup guards -Type Security).GroupType')).toBe('Universal, SecurityEnabled');
    expect(line('(Get-Recipient guards).RecipientType')).toBe('MailUniversalSecurityGroup');
  });
});

describe('contacts and mail users', () => {
  it('send mail for them outside, and follow a new address', () => {
    test.run("New-MailContact 'Paul West' -ExternalEmailAddress paul@fabrikam.com | Out-Null");
    test.run(
      `New-MailUser Pia -ExternalEmailAddress pia@fabrikam.com -UserPrincipalName pia@contoso.com ${password} | Out-Null`,
    );
    mail('alice paulwest -Subject contact');
    mail('alice pia@contoso.com -Subject user');
    expect([subjects('paul@fabrikam.com'), subjects('pia@fabrikam.com')]).toEqual(['contact', 'user']);
    test.run('Set-MailContact paulwest -ExternalEmailAddress west@adatum.com');
    mail('alice paulwest -Subject moved');
    expect(subjects('west@adatum.com')).toBe('moved');
    expect(line('(Get-MailContact paulwest).ExternalEmailAddress')).toBe('SMTP:west@adatum.com');
    test.run('Remove-MailContact paulwest -Confirm:$false');
    expect(test.run('Get-MailContact paulwest')).toContain("couldn't be found");
  });
});

describe('e-mail address policies', () => {
  it('give new recipients their addresses, and others when they are applied', () => {
    test.run(
      "New-EmailAddressPolicy Sellers -IncludedRecipients MailboxUsers -ConditionalCustomAttribute1 seller -EnabledEmailAddressTemplates 'SMTP:%g.%s@contoso.com','smtp:%1g%s@partner-relay.com' | Out-Null",
    );
    expect(line("(Get-EmailAddressPolicy).Name -join ','")).toBe('Sellers,Default Policy');
    test.run('Set-Mailbox bob -CustomAttribute1 seller; Set-User bob -FirstName Bob -LastName Kelly');
    expect(line('(Get-Mailbox bob).PrimarySmtpAddress')).toBe('bob@contoso.com');
    test.run('Update-EmailAddressPolicy Sellers');
    expect(line("(Get-Mailbox bob).EmailAddresses -join ','")).toBe(
      'SMTP:Bob.Kelly@contoso.com,smtp:BKelly@partner-relay.com,smtp:bob@contoso.com',
    );
    mail('alice bob.kelly@contoso.com -Subject policy');
    expect(subjects('bob')).toBe('policy');
  });

  it('hold by priority and change new recipients only', () => {
    test.run(
      "New-EmailAddressPolicy First -IncludedRecipients AllRecipients -EnabledPrimarySMTPAddressTemplate 'SMTP:%m@subsidiary.contoso.com' -Priority 1 | Out-Null",
    );
    test.run('New-DistributionGroup Painters | Out-Null');
    expect(line('(Get-DistributionGroup painters).PrimarySmtpAddress')).toBe('painters@subsidiary.contoso.com');
    expect(line('(Get-EmailAddressPolicy | % { "$($_.Name)=$($_.Priority)" }) -join \',\'')).toBe(
      'First=1,Default Policy=Lowest',
    );
    test.run('Remove-EmailAddressPolicy First -Confirm:$false; New-DistributionGroup Singers | Out-Null');
    expect(line('(Get-DistributionGroup singers).PrimarySmtpAddress')).toBe('singers@contoso.com');
    expect(test.run("Remove-EmailAddressPolicy 'Default Policy' -Confirm:$false")).toContain("can't be removed");
  });
});

describe('X.400 authoritative domains', () => {
  it('make unknown addresses in them fail', () => {
    test.run("New-X400AuthoritativeDomain Sales -X400DomainName 'C=US;A=att;P=Contoso;O=Sales' | Out-Null");
    expect(line('(Get-X400AuthoritativeDomain sales).X400DomainName')).toBe('C=US;A=att;P=Contoso;O=Sales');
    mail("alice 'X400:C=US;A=att;P=Contoso;O=Sales;S=Nobody' -Subject x");
    expect(line('(Get-SandboxMailboxItem alice -Folder Inbox -Body)[0].Body')).toContain('5.1.1');
    test.run('Remove-X400AuthoritativeDomain sales -Confirm:$false');
    expect(line('@(Get-X400AuthoritativeDomain).Count')).toBe('0');
  });
});

describe('Set-MailboxDatabase', () => {
  it('-Name takes the mailboxes along', () => {
    test.run("Set-MailboxDatabase DB02 -Name 'Sales mail'");
    expect(line('(Get-Mailbox carol).Database')).toBe('Sales mail');
    mail('alice carol -Subject renamed');
    expect(subjects('carol')).toBe('renamed');
  });
});

describe('New-MailboxDatabase', () => {
  it('makes a database that takes mailboxes once it is mounted', () => {
    expect(line('(New-MailboxDatabase DB09 -Server EX01).Server')).toBe('EX01');
    test.run(
      'Mount-Database DB09; New-MoveRequest alice -TargetDatabase DB09 | Out-Null; Step-SandboxClock -Minutes 10',
    );
    mail('bob alice -Subject there');
    expect(subjects('alice')).toBe('there');
    expect(test.run('New-MailboxDatabase DB09 -Server EX01')).toContain('already');
    expect(test.run('New-MailboxDatabase DB10 -Server EX77')).toContain("couldn't be found");
  });
});

describe('dynamic distribution groups', () => {
  it('go to whom their filter fits when mail comes', () => {
    test.run(
      'Set-User bob -Department Sales; New-DynamicDistributionGroup Sellers -IncludedRecipients MailboxUsers -ConditionalDepartment Sales | Out-Null',
    );
    mail('alice sellers@contoso.com -Subject one');
    test.run('Set-User carol -Department Sales');
    mail('alice sellers -Subject two');
    expect([subjects('bob'), subjects('carol')]).toEqual(['one,two', 'two']);
    test.run(
      "Set-DynamicDistributionGroup sellers -RecipientFilter {(Alias -like 'ken*') -and -not(Department -eq 'Sales')}",
    );
    mail('alice sellers -Subject three');
    expect([subjects('kenji'), subjects('bob')]).toEqual(['three', 'one,two']);
    expect(line('(Get-Recipient sellers).RecipientType')).toBe('DynamicDistributionGroup');
    test.run('Remove-DynamicDistributionGroup sellers -Confirm:$false');
    expect(test.run('Get-DynamicDistributionGroup sellers')).toContain("couldn't be found");
  });
});
