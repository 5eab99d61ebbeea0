/** `npm run test:chaos [-- --short] [-- --store pglite|postgres] [-- --seed N]` */
import '../e2e/chaos/run.ts';
