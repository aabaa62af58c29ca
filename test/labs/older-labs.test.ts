// The labs of level 1 and 2 in the organisations of older versions.

import { testLabs } from './every-lab.ts';

testLabs(({ level, organization }) => level <= 2 && organization !== 'Contoso');
