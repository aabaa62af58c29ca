// Colours of errors, headings and labels at a terminal, as $PSStyle.Formatting names them.

import type { Engine } from '../runtime/engine.ts';
import { PSStyle } from '../runtime/ps-style.ts';

const RESET = '\u001b[0m';

export interface Decoration {
  error(line: string): string;
  header(line: string): string;
  label(text: string): string;
}

/** Undefined where output is plain: no colours at the terminal, or $PSStyle.OutputRendering says so. */
export function decorationOf(engine: Engine): Decoration | undefined {
  if (!engine.host.ui.colors) return undefined;
  const style = engine.valueOf('psstyle');
  if (!(style instanceof PSStyle) || String(style.outputRendering) === 'PlainText') return undefined;
  const setting = (name: string) => {
    const sequence = String(style.groups.Formatting.settings.get(name) ?? '');
    return (text: string): string => (sequence === '' || text === '' ? text : `${sequence}${text}${RESET}`);
  };
  return { error: setting('Error'), header: setting('TableHeader'), label: setting('FormatAccent') };
}
