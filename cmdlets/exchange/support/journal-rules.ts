// Journal rules: their recipients checked, and their state switched (source: the reference pages of New- and Enable-JournalRule).

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import { isValidAddress } from '../../../src/smtp/address.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import type { ChangeOptions } from './config-families.ts';
import { findObject } from './config-objects.ts';
import { confirmed } from './confirmation.ts';
import { attempt, objectNotFound } from './errors.ts';

/** The journal mailbox is a recipient, or an address outside; its address is stored. */
function adjust(cmdlet: CmdletContext, changes: JsonObject): JsonObject | undefined {
  const result = { ...changes } as Record<string, JsonValue>;
  if (cmdlet.has('JournalEmailAddress')) {
    const name = textOf(cmdlet.args.JournalEmailAddress);
    const object = worldOf(cmdlet).findRecipient(name);
    if (object === undefined && !isValidAddress(name)) {
      cmdlet.error(objectNotFound(cmdlet, name));
      return undefined;
    }
    const properties = object?.properties as { PrimarySmtpAddress: string } | undefined;
    result.JournalEmailAddress = properties?.PrimarySmtpAddress ?? name;
  }
  if (cmdlet.has('Recipient') && (result.Recipient ?? '') === '') result.Recipient = null;
  return result;
}

export const journalRuleChanges: ChangeOptions = { noun: 'journal rule', adjust };

/** Enable- and Disable-. */
export function switchingJournal(enabled: boolean): (cmdlet: CmdletContext) => CmdletRun {
  return (cmdlet) => ({
    process() {
      const rule = findObject(cmdlet, 'journalRule', textOf(cmdlet.args.Identity));
      const verb = enabled ? 'Enabling' : 'Disabling';
      if (rule === undefined || !confirmed(cmdlet, `${verb} journal rule "${rule.name}".`)) return;
      const properties = { Enabled: enabled };
      attempt(cmdlet, () =>
        worldOf(cmdlet).apply({ kind: 'config.set', class: 'journalRule', identity: rule.guid, properties }),
      );
    },
  });
}
