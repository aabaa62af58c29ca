// The text of CategoryInfo: `ObjectNotFound: (C:\x:String) [Get-Item], ItemNotFoundException`.

import type { ErrorRecord } from '../errors.ts';

export function categoryText(record: ErrorRecord): string {
  return `${record.category}: (${record.targetName}:${record.targetType}) [${record.activity}], ${record.reason}`;
}
