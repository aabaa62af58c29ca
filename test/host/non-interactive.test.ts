// Whatever would ask has its error when nobody can be asked, as PowerShell has it.

import { describe, expect, it } from 'vitest';
import { openTestSession } from '../support/session.ts';

const CANNOT_PROMPT = 'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.';

describe('without anybody to ask', () => {
  it.each([
    ['Read-Host', 'Read-Host Name'],
    ['Read-Host -AsSecureString', 'Read-Host Name -AsSecureString'],
    ['-Confirm of a core cmdlet', 'Set-Content C:\\a.txt x; Remove-Item C:\\a.txt -Confirm'],
    ['$ConfirmPreference', '$ConfirmPreference = "Low"; Set-Content C:\\a.txt x'],
    ['-Confirm of an Exchange cmdlet', "Suspend-Queue 'EX01\\Submission' -Confirm"],
    ['-Confirm of a sandbox cmdlet', 'Set-SandboxHost mx1.fabrikam.com -Online $false -Confirm'],
    ['a high impact that asks by itself', 'Remove-SendConnector "Subsidiary"'],
    [
      'ShouldContinue',
      'function f { [CmdletBinding(SupportsShouldProcess)] param() $PSCmdlet.ShouldContinue("q", "c") }; f',
    ],
    ['$Host.UI.PromptForChoice', '$Host.UI.PromptForChoice("a", "b", @("&Yes", "&No"), 0)'],
    ['Get-Credential', 'Get-Credential'],
    ['-ErrorAction Inquire', 'Get-Item C:\\nowhere -ErrorAction Inquire'],
  ])('%s fails', (_what, script) => {
    const test = openTestSession();
    try {
      expect(test.run(script).replace(/\s+/g, ' ')).toContain(CANNOT_PROMPT);
    } finally {
      test.dispose();
    }
  });

  it('a missing mandatory parameter is named', () => {
    const test = openTestSession();
    expect(test.run('Get-Item').replace(/\s+/g, ' ')).toContain(
      'Cannot process command because of one or more missing mandatory parameters: Path.',
    );
    test.dispose();
  });
});
