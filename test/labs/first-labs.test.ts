// The labs of level 1 and 2.

import { testLabs } from './every-lab.ts';

testLabs(1, 2);
