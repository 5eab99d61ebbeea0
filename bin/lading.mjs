#!/usr/bin/env node
// The command: the built program where it is newer than the sources, else the sources through tsx.
import { requireNode } from './node-version.mjs';

requireNode();
void import('./choose-program.mjs')
  .then(({ loadProgram }) => loadProgram())
  .then((program) => program.main(process.argv.slice(2)));
