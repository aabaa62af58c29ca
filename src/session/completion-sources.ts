// Where completion gets what the runtime itself does not know: names from the model, and the properties that views show.

import { modelNames } from '../../cmdlets/completion/model-names.ts';
import { outputProperties } from '../../cmdlets/completion/output-properties.ts';
import { propertiesInViews } from '../formatting/view-properties.ts';
import { setModelNames } from '../runtime/completion/complete-arguments.ts';
import { setShownProperties } from '../runtime/completion/infer-pipeline.ts';
import type { Engine } from '../runtime/engine.ts';

export function setCompletionSources(engine: Engine): void {
  setShownProperties(engine, (typeName) => outputProperties(typeName) ?? propertiesInViews(typeName));
  setModelNames(engine, modelNames);
}
