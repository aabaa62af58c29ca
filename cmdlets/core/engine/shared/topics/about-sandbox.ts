// about_Sandbox, about_Clock and about_Labs: the shell's own ideas.

import type { AboutTopic } from '../about-topics.ts';

export const ABOUT_SANDBOX: AboutTopic = {
  synopsis: 'The simulated organisation that the shell works on.',
  description: `
Everything that commands see lies in a sandbox: an Exchange organisation
with its servers, queues, mailboxes and connectors, the Internet around it,
and a drive C: for each machine. Cmdlets change how mail flows, at once.
Nothing outside can be reached unless it was opened on the command line:
-Mount gives scripts a folder of the real machine.

A sandbox is a folder on the real machine, named by -State. What a command
reported as done is in it when the prompt comes back. It is plain JSON; the
logs on its drives are in the product's formats.

Sample organisations: Contoso (2016, with a DAG and an Edge server),
Fabrikam2010 and Northwind2007.
    Reset-Sandbox -Organization Fabrikam2010

The world outside the product has cmdlets of its own, with the noun prefix
Sandbox: users that send mail, hosts of the Internet, DNS, cables, machines
that lose power.
    Send-SandboxMessage alice@contoso.com someone@fabrikam.com
    Get-SandboxHost -Domain fabrikam.com | Set-SandboxHost -Online $false
    Trace-SandboxMessage <id>

Each command that changes something is an entry of the history, and can be
taken back.
    Get-SandboxHistory; Undo-Sandbox; Checkpoint-Sandbox 'before'
    Restore-Sandbox 'before'
`,
  seeAlso: ['about_Clock', 'about_Labs', 'Get-Command -Module hubshell'],
};

export const ABOUT_CLOCK: AboutTopic = {
  synopsis: 'The simulated clock, and when time passes.',
  description: `
The sandbox has a clock of its own; Get-Date tells its time. Retries, delay
notices and expirations happen when it reaches their instant.

In a typed session virtual time follows real time, at a rate that you set:
    Set-SandboxClock -Rate 60          a minute a second
    Set-SandboxClock -Paused $true

In scripts, and whenever you tell it to, time moves only by commands:
    Step-SandboxClock -Hours 12
    Step-SandboxClock -Until '2026-03-03 09:00'
    Step-SandboxClock -UntilIdle       until no message is moving
    Start-Sleep -Seconds 30
Commands that wait for the network or a service take the time they wait.

The same start and the same commands give the same mail flow and the same
logs, whenever and wherever they run.
`,
  seeAlso: ['Get-SandboxClock', 'Set-SandboxClock', 'Step-SandboxClock', 'about_Sandbox'],
};

export const ABOUT_LABS: AboutTopic = {
  synopsis: 'Broken organisations to find out about and to repair.',
  description: `
A lab is an organisation in which something is wrong, with a story, a goal
and hints. It opens in a sandbox of its own; your work before is untouched
and comes back when you leave.
    Get-Lab                  what there is, and how far you are
    Start-Lab first-steps    opens one and tells its story
    Get-LabHint              the next hint
    Test-Lab                 runs a copy of the world forward and judges it
    Stop-Lab                 leaves the lab and tells what was behind it

More than one way can be right: a lab asks what happens to the mail, not
which commands were typed. Test-Lab works on a copy, as often as you like.
In a lab the prompt shows its name and its clock. Undo-Sandbox goes back as
far as the lab's start; Start-Lab -Restart begins again. A shell that is
closed in the middle of a lab goes on there.

The time that counts is virtual: from the start to the first pass, and five
minutes more for each hint. Some labs ask a question:
    Set-LabAnswer kenji

With another seed many labs break something else, so that a class cannot
copy. Labs are files; New-Lab makes one of what you have changed, Test-Lab
-Path checks it, Start-Lab -Path opens it.
    Start-Lab lost-order -Seed 7
    Export-LabReport G:\\class.html -Report G:\\kenji.json,G:\\yuki.json

A wrong command of a common kind (dir /s, Get-MessageTrace) gets a line that
begins with Suggestion, after its own error. It is shown where a person types;
    $SuggestionPreference = 'SilentlyContinue'
turns it off, 'Continue' turns it on for scripts, too.
`,
  seeAlso: ['Get-Lab', 'Start-Lab', 'New-Lab', 'Export-LabReport', 'about_Sandbox'],
};
