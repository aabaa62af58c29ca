// types.ps1xml: members and display rules of types (about_Types.ps1xml).

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { extendType } from '../../../../src/runtime/members.ts';
import { child, childrenNamed, childText, type XmlElementNode } from '../../../../src/runtime/ps1xml.ts';
import { setTypeDisplay } from '../../../../src/runtime/type-data.ts';
import type { PSMember } from '../../../../src/runtime/values.ts';
import { readPs1Xml } from './read-ps1xml.ts';

export function loadTypesFile(cmdlet: CmdletContext, path: string, errorId: string): void {
  const document = readPs1Xml(cmdlet, path, errorId);
  for (const type of childrenNamed(document, 'Type')) {
    const name = childText(type, 'Name');
    if (name === undefined) continue;
    for (const element of child(type, 'Members')?.children ?? []) addMember(cmdlet, name, element);
  }
}

function addMember(cmdlet: CmdletContext, typeName: string, element: XmlElementNode): void {
  const name = childText(element, 'Name');
  if (name === undefined) return;
  if (element.name === 'MemberSet') {
    if (name.toLowerCase() === 'psstandardmembers') addStandardMembers(typeName, child(element, 'Members'));
    return;
  }
  const member = memberFrom(cmdlet, element, name);
  if (member) extendType(typeName, member, true);
}

function memberFrom(cmdlet: CmdletContext, element: XmlElementNode, name: string): PSMember | undefined {
  const script = (part: string) => {
    const text = child(element, part)?.text;
    return text === undefined ? undefined : cmdlet.engine.createScriptBlock(text);
  };
  switch (element.name) {
    case 'NoteProperty':
      return { kind: 'NoteProperty', name, value: childText(element, 'Value') ?? null };
    case 'AliasProperty':
      return { kind: 'AliasProperty', name, value: childText(element, 'ReferencedMemberName') ?? '' };
    case 'ScriptProperty':
      return {
        kind: 'ScriptProperty',
        name,
        value: null,
        getter: script('GetScriptBlock'),
        setter: script('SetScriptBlock'),
      };
    case 'ScriptMethod':
      return { kind: 'ScriptMethod', name, value: script('Script') ?? null };
    case 'PropertySet':
      return { kind: 'PropertySet', name, value: referencedProperties(element) };
    default:
      return undefined;
  }
}

function referencedProperties(element: XmlElementNode): string[] {
  return childrenNamed(child(element, 'ReferencedProperties'), 'Name').map((node) => node.text.trim());
}

function addStandardMembers(typeName: string, members: XmlElementNode | undefined): void {
  for (const element of members?.children ?? []) {
    switch (childText(element, 'Name')?.toLowerCase()) {
      case 'defaultdisplaypropertyset':
        setTypeDisplay(typeName, { defaultDisplayPropertySet: referencedProperties(element) });
        break;
      case 'defaultkeypropertyset':
        setTypeDisplay(typeName, { defaultKeyPropertySet: referencedProperties(element) });
        break;
      case 'defaultdisplayproperty':
        setTypeDisplay(typeName, { defaultDisplayProperty: childText(element, 'Value') });
        break;
    }
  }
}
