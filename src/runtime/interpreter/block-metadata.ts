// Parameter metadata of script blocks, made once a compiled block.

import type { CommandMetadata } from '../binder/metadata.ts';
import { scriptMetadata } from '../binder/metadata-script.ts';
import type { ScriptBlock } from '../script-block.ts';
import { compiledOf, frameInNewScope } from './activation.ts';
import type { CompiledBlock } from './compiled-block.ts';
import type { Frame } from './frame.ts';

const cache = new WeakMap<CompiledBlock, CommandMetadata>();

/** `frame` evaluates attribute arguments; without one, a frame of the block is made. */
export function metadataOf(block: ScriptBlock, name: string, frame?: Frame): CommandMetadata {
  const compiled = compiledOf(block);
  let metadata = cache.get(compiled);
  if (metadata === undefined) {
    metadata = scriptMetadata(
      name,
      compiled,
      frame ?? frameInNewScope(block.engine, block, name, block.engine.streams),
    );
    cache.set(compiled, metadata);
  }
  return metadata;
}
