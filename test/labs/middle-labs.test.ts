// The labs of level 3.

import { testLabs } from './every-lab.ts';

testLabs(({ level }) => level === 3);
