// Prepares a bare clone: checks Node, installs the packages once. Imports nothing that must be installed first.
import { requireNode } from '../bin/node-version.mjs';

requireNode();
void import('./install.mjs').then(({ setUp }) => setUp());
