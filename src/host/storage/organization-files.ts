// The organisations that come with the program: JSON files in one folder, found by name.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrganizationSource } from '../../session.ts';

export function organizationFiles(folder: string): OrganizationSource {
  const files = () => readdirSync(folder).filter((file) => file.endsWith('.json'));
  return {
    names: () => files().map((file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { name: string }).name),
    read: (name) => {
      const wanted = `${name.toLowerCase()}.json`;
      const file = files().find((candidate) => candidate.toLowerCase() === wanted);
      return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8');
    },
  };
}
