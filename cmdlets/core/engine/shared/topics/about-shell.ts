// about_Editing and about_ManagementShell: keys at the prompt, and how scripts get at the cmdlets.

import type { AboutTopic } from '../about-topics.ts';

export const ABOUT_EDITING: AboutTopic = {
  synopsis: 'Keys at the prompt: completion, history, lines.',
  description: `
Tab, Shift+Tab       next and previous completion
Ctrl+Space           completions as a menu: arrows choose, Enter takes,
                     Escape gives back what was typed
Right, End           take the grey suggestion from the history
Ctrl+Right           takes its next word
Up, Down             the history; F8 only what begins like the text
Ctrl+R               searches the history, again for older ones
Alt+.                the last word of the line before
Alt+Enter            a further line; an open brace or quote makes one, too
Ctrl+W, Alt+D        cut the word before, behind; Ctrl+U, Ctrl+K the line
Ctrl+Y, Ctrl+Z       put back what was cut; undo
Ctrl+L, Ctrl+C       clear the screen; drop the line, or stop a command
Ctrl+D               leave, on an empty line

Pasted text comes as it is, its line ends included, and runs at Enter.
Completion knows commands, parameters of the sets still possible, values,
servers, queues, connectors and mailboxes of the organisation, properties of
what comes down the pipeline, variables, types and paths.
`,
  seeAlso: ['Get-History', 'Invoke-History', 'TabExpansion2', 'Register-ArgumentCompleter'],
};

export const ABOUT_MANAGEMENT_SHELL: AboutTopic = {
  synopsis: "How scripts get at Exchange's cmdlets.",
  description: `
The cmdlets are there from the start. What scripts do to get them works and
changes nothing:
    Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn
    . $env:ExchangeInstallPath\\bin\\RemoteExchange.ps1
    Connect-ExchangeServer -auto
    New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri ...
    Import-PSSession $session -AllowClobber
    Import-Module ActiveDirectory

The shell sits on one server of the organisation; -Server on the command
line says which. $env:ExchangeInstallPath, $exbin and $exscripts name the
folders of Exchange there. In $exscripts lie StartDagServerMaintenance.ps1,
StopDagServerMaintenance.ps1, RedistributeActiveDatabases.ps1 and
Install-AntispamAgents.ps1.
`,
  seeAlso: ['Get-ExCommand', 'Get-PSCommand', 'Get-ExBanner', 'Get-Tip', 'about_Sandbox'],
};
