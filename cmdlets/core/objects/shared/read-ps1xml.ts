// Opening .ps1xml files for Update-TypeData and Update-FormatData.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { decodeText } from '../../../../src/runtime/providers/text-encoding.ts';
import { parseXml, type XmlElementNode } from '../../../../src/runtime/ps1xml.ts';

/** The document of a file, or undefined after an error was written. */
export function readPs1Xml(cmdlet: CmdletContext, path: string, errorId: string): XmlElementNode | undefined {
  const full = cmdlet.engine.providers?.resolveFilePath(path) ?? path;
  const fail = (message: string, type: string): undefined => {
    cmdlet.error(cmdlet.makeError(message, errorId, 'InvalidOperation', path, type));
    return undefined;
  };
  if (!cmdlet.host.files.stat(full) || cmdlet.host.files.stat(full)!.directory) {
    return fail(
      `Cannot find path '${full}' because it does not exist.`,
      'System.Management.Automation.ItemNotFoundException',
    );
  }
  if (!/\.ps1xml$/i.test(full)) {
    return fail(
      `Cannot read the file "${full}" because it does not have the file name extension "ps1xml".`,
      'System.Management.Automation.PSInvalidOperationException',
    );
  }
  const document = parseXml(decodeText(cmdlet.host.files.read(full)));
  if (!document)
    return fail(
      `There were errors in loading the file: ${full} : The file is not well-formed XML.`,
      'System.Management.Automation.RuntimeException',
    );
  return document;
}
