// Gives the registry the catalogue of all types. Imported once by the engine (and by tests that need no engine).

import { familyOf } from './catalog.ts';
import { setTypeCatalog } from './registry.ts';

setTypeCatalog(familyOf);
