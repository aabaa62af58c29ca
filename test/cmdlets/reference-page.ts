// The reference page docs/cmdlets.md, made from the definitions: `npm run docs` writes it, a test compares it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CmdletDefinition } from '../../src/runtime/cmdlet.ts';
import { repositoryRoot } from '../support/repository.ts';

export function referencePage(cmdlets: readonly CmdletDefinition[]): string {
  const modules = new Map<string, CmdletDefinition[]>();
  for (const cmdlet of cmdlets) modules.set(cmdlet.module, [...(modules.get(cmdlet.module) ?? []), cmdlet]);
  const sections = [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, members]) => section(module, members));
  return `# Cmdlets\n\nMade from the definitions by \`npm run docs\`; \`Get-Help <name>\` shows the rest.\n\n${sections.join('\n')}`;
}

function section(module: string, members: CmdletDefinition[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = [...members]
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .map(({ name, aliases, synopsis }) => `| \`${name}\` | ${(aliases ?? []).join(', ')} | ${cell(synopsis)} |\n`);
  return `## ${module}\n\n| Name | Aliases | |\n| --- | --- | --- |\n${rows.join('')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { cmdlets } = await import('../../cmdlets/index.ts');
  writeFileSync(join(repositoryRoot, 'docs/cmdlets.md'), referencePage(cmdlets));
}
