/** `npm run test:chaos [-- --short|--long] [-- --only kills|cuts|outage|grants|rotation|connections|hubs|race] [-- --store pglite|postgres] [-- --seed N]` */
import '../e2e/chaos/run.ts';
