// The shell's own conceptual help topics.

export const ABOUT_TOPICS: Record<string, { synopsis: string; text: string }> = {
  about_Sandbox: {
    synopsis: 'What the sandbox is and how its clock runs.',
    text: `TOPIC
    about_Sandbox

SHORT DESCRIPTION
    The shell works on a simulated Exchange organisation.

LONG DESCRIPTION
    Everything that commands see lies in a sandbox folder: servers, queues,
    messages, logs and the drives. Nothing outside of it can be reached unless
    a folder was mounted on the command line.

    The clock of the sandbox is simulated. At the prompt it follows real time;
    in scripts it moves only by commands that wait, such as Start-Sleep or
    Step-SandboxClock.

SEE ALSO
    Get-SandboxClock
    Step-SandboxClock
    Send-SandboxMessage
`,
  },
  about_CommonParameters: {
    synopsis: 'Parameters that every cmdlet has.',
    text: `TOPIC
    about_CommonParameters

SHORT DESCRIPTION
    Parameters that every cmdlet and advanced function has.

LONG DESCRIPTION
    -Debug, -Verbose              show debug and verbose messages
    -ErrorAction, -WarningAction, -InformationAction, -ProgressAction
                                  say what happens to such records
    -ErrorVariable, -WarningVariable, -InformationVariable, -OutVariable
                                  name variables that collect them
    -OutBuffer                    how many objects are gathered first
    -PipelineVariable             names a variable for the current object
    -WhatIf, -Confirm             where a command changes something
`,
  },
};
