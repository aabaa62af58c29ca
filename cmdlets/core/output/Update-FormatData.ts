// Update-FormatData.

import { viewsFromFile } from '../../../src/formatting/format-file.ts';
import { addViews } from '../../../src/formatting/view-registry.ts';
import { registerCoreViews } from '../../../src/formatting/views/core-views.ts';
import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { readPs1Xml } from '../objects/shared/read-ps1xml.ts';

export default defineCmdlet({
  name: 'Update-FormatData',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Loads views from format.ps1xml files.',
  supportsShouldProcess: true,
  defaultSet: 'FileSet',
  parameters: {
    AppendPath: {
      type: 'string[]',
      aliases: ['PSPath', 'Path'],
      position: 0,
      pipeline: 'both',
      help: 'Files whose views come after those that are loaded.',
    },
    PrependPath: { type: 'string[]', help: 'Files whose views come before those that are loaded.' },
  },
  examples: [
    {
      setup:
        "Set-Content C:\\v.format.ps1xml '<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>Hub.Note</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader><Label>Said</Label></TableColumnHeader></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Text</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>'",
      script:
        "Update-FormatData C:\\v.format.ps1xml; [pscustomobject]@{ PSTypeName = 'Hub.Note'; Text = 'hello'; Id = 1 }",
      output: '\nSaid\n----\nhello\n',
    },
  ],
  create: (cmdlet) => ({
    process() {
      registerCoreViews();
      load(cmdlet, 'PrependPath', true);
      load(cmdlet, 'AppendPath', false);
    },
  }),
});

function load(cmdlet: CmdletContext, parameter: string, prepend: boolean): void {
  for (const path of (cmdlet.args[parameter] as string[] | undefined) ?? []) {
    const document = readPs1Xml(cmdlet, path, prepend ? 'FormatPrependPathException' : 'FormatAppendPathException');
    if (!document || !cmdlet.shouldProcess(path, 'Update FormatData')) continue;
    addViews(
      viewsFromFile(document, (text) => cmdlet.engine.createScriptBlock(text)),
      prepend,
    );
  }
}
