// about_CommonParameters.

import type { AboutTopic } from '../about-topics.ts';

export const ABOUT_COMMON_PARAMETERS: AboutTopic = {
  synopsis: 'Parameters that every cmdlet and advanced function has.',
  description: `
-Debug, -Verbose              show debug and verbose messages
-ErrorAction, -WarningAction, -InformationAction, -ProgressAction
                              say what happens to such records
-ErrorVariable, -WarningVariable, -InformationVariable, -OutVariable
                              name variables that collect them
-OutBuffer                    how many objects are gathered first
-PipelineVariable             names a variable for the current object
-WhatIf, -Confirm             where a command changes something
`,
  seeAlso: ['Get-Help'],
};
