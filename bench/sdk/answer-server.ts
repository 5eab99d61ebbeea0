import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A package with its way, about as long as the carrier answers; unknown members are none of it. */
const activity = Array.from({ length: 12 }, (_, step) => ({
  date: '20261120',
  time: `${String(8 + step).padStart(2, '0')}1500`,
  gmtDate: '20261120',
  gmtTime: '13:15:00',
  gmtOffset: '-05:00',
  location: {
    address: { city: 'ROSWELL', stateProvince: 'GA', countryCode: 'US', country: 'US' },
    slic: '3030',
  },
  status: { type: 'I', code: 'AR', statusCode: '005', description: 'Arrived at Facility' },
}));
const found = { trackingNumber: '1Z12345E1512345676', packageCount: 1, activity };
const answer = Buffer.from(
  JSON.stringify({
    trackResponse: { shipment: [{ inquiryNumber: '1Z12345E1512345676', package: [found] }] },
  }),
);

/** Answers everything the same at once; tells its port and then only listens. */
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.byteLength });
  response.end(answer);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
