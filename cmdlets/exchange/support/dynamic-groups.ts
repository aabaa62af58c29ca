// Dynamic distribution groups: what makes their filter (source: the reference pages of New- and Set-DynamicDistributionGroup).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { recipientFilter } from '../../../src/transport/directory/recipient-filter.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { textOf } from '../types/argument-types.ts';
import { precannedFilter } from './address-policies.ts';
import { attempt, exchangeError } from './errors.ts';

/** Adds the recipient filter that the parameters stand for; undefined after an error. */
export function withFilter(
  cmdlet: CmdletContext,
  changes: JsonObject,
  object: ConfigObject | undefined,
): JsonObject | undefined {
  const conditional = Object.keys(changes).some((name) => name.startsWith('Conditional'));
  if (cmdlet.has('RecipientFilter')) {
    const filter = textOf(cmdlet.args.RecipientFilter);
    if (attempt(cmdlet, () => recipientFilter(filter)) === undefined) return undefined;
    return { ...changes, RecipientFilter: filter, RecipientFilterType: 'Custom', IncludedRecipients: null };
  }
  if (object !== undefined && !conditional && !cmdlet.has('IncludedRecipients')) return changes;
  const all: Record<string, JsonValue> = {};
  for (const name in object?.properties ?? {}) all[name] = (object!.properties as Record<string, JsonValue>)[name]!;
  const filter = precannedFilter({ ...all, ...changes });
  if (filter !== undefined) return { ...changes, RecipientFilter: filter, RecipientFilterType: 'Precanned' };
  cmdlet.error(
    exchangeError(
      cmdlet,
      'invalidArgument',
      `"${String(changes.IncludedRecipients)}" isn't a valid kind of recipients.`,
    ),
  );
  return undefined;
}
