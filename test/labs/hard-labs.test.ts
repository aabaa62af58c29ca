// The labs of level 4 and 5.

import { testLabs } from './every-lab.ts';

testLabs(({ level }) => level >= 4);
