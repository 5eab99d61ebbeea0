/**
 * Prints the services between two ZIP codes with their days, fastest first.
 *
 *   npx tsx examples/time-in-transit.ts 30328 10001
 */
import { exampleClient, exampleNow, runExample } from './settings.ts';

const [from = '30328', to = '10001'] = process.argv.slice(2);

await runExample(async () => {
  const { emsResponse } = await exampleClient().timeInTransit.services({
    originCountryCode: 'US',
    originPostalCode: from,
    destinationCountryCode: 'US',
    destinationPostalCode: to,
    weight: 7,
    weightUnitOfMeasure: 'LBS',
    shipDate: exampleNow().toISOString().slice(0, 10),
    numberOfPackages: 1,
  });
  const services = emsResponse?.services ?? [];
  for (const one of services.toSorted((a, b) => a.businessTransitDays - b.businessTransitDays)) {
    const { serviceLevelDescription, businessTransitDays, deliveryDate, deliveryTime } = one;
    console.log(`${serviceLevelDescription}: ${businessTransitDays} days, ${deliveryDate} ${deliveryTime}`);
  }
});
