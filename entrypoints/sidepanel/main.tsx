import { startPanel } from './start-panel';

void startPanel();
