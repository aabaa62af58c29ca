// Texts of delivery status notifications and quota messages: identities (`en\Internal\5.1.1`, `en\WarningMailbox`), the texts that
// the product comes with, and the custom ones of New-SystemMessage.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import { adviceFor, advisedCodes } from '../../../src/transport/notifications/advice.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { textOf } from '../types/argument-types.ts';
import { exchangeError } from './errors.ts';

const typeName = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SystemMessage';

/** Identity of the message that the parameters of New-SystemMessage describe. */
export function systemMessageName(cmdlet: CmdletContext): string {
  const { args } = cmdlet;
  const language = languageOf(cmdlet);
  if (cmdlet.has('QuotaMessageType')) return `${language}\\${args.QuotaMessageType}`;
  return `${language}\\${args.Internal ? 'Internal' : 'External'}\\${textOf(args.DsnCode)}`;
}

export function languageOf(cmdlet: CmdletContext): string {
  return textOf(cmdlet.args.Language);
}

/** False, with the error written, for a text that is no code of a notification: class 2 stands for success, 4 and 5 for failures. */
export function isDsnCode(cmdlet: CmdletContext, code: string): boolean {
  if (/^[245]\.\d{1,3}\.\d{1,3}$/.test(code)) return true;
  const message = `"${code}" isn't a valid enhanced status code. Type one such as 5.1.1.`;
  cmdlet.error(exchangeError(cmdlet, 'invalid', message, code));
  return false;
}

/** Get-SystemMessage -Original: the texts that hold where no custom one is. */
export function originalMessages(): PSObject[] {
  return ['Internal', 'External'].flatMap((side) =>
    advisedCodes().map((code) =>
      PSObject.of(
        {
          Text: adviceFor(code),
          Internal: side === 'Internal',
          Language: 'en',
          DsnCode: code,
          QuotaMessageType: null,
          Identity: `en\\${side}\\${code}`,
          IsValid: true,
          ObjectState: 'Unchanged',
        },
        typeName,
      ),
    ),
  );
}

/** Set-SystemMessage -Original: the text that the product comes with again. */
export function originalText(
  cmdlet: CmdletContext,
  changes: JsonObject,
  message: ConfigObject | undefined,
): JsonObject {
  const code = message?.properties.DsnCode;
  return cmdlet.args.Original && typeof code === 'string' ? { ...changes, Text: adviceFor(code) } : changes;
}
