// Paths for Tab: files and folders of the sandbox's drives.

import type { Engine } from '../../runtime/engine.ts';
import { FileError } from '../../runtime/host.ts';
import type { CompletionItem } from '../thread/protocol.ts';
import type { CompletionContext } from './context.ts';
import { quoted } from './quoting.ts';

export function completePath(engine: Engine, { word, quote }: CompletionContext): CompletionItem[] {
  const path = word.replaceAll('/', '\\');
  const folder = path.slice(0, path.lastIndexOf('\\') + 1);
  const begin = path.slice(folder.length).toLowerCase();
  // `C:` alone is the drive's current folder; what follows the colon is a name in it.
  if (/^\w+:[^\\]*$/.test(path)) return [];
  const full = engine.providers?.resolveFilePath(folder === '' ? '.' : folder) ?? 'C:\\';
  try {
    return engine.host.files
      .list(full)
      .filter(({ name, hidden }) => name.toLowerCase().startsWith(begin) && (!hidden || begin.startsWith('.')))
      .map(({ name }) => ({ text: quoted((folder === '' ? '.\\' : folder) + name, quote), label: name }));
  } catch (error) {
    // A folder that is not there has nothing to offer.
    if (error instanceof FileError) return [];
    throw error;
  }
}
