// The labs that come with the program: one JSON file each, named after the lab. Nothing is read before a lab cmdlet asks.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabSource } from '../../session.ts';

export function labFiles(folder: string): LabSource {
  const names = () =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length));
  return {
    names,
    read: (name) => {
      const found = names().find((candidate) => candidate === name.toLowerCase());
      return found === undefined ? undefined : readFileSync(join(folder, `${found}.json`), 'utf8');
    },
  };
}
