import { events } from '@lading/contract/quantum-view/wire';
import { rate } from '@lading/contract/rating/wire';
import { services } from '@lading/contract/time-in-transit/wire';
import { describe, expect, it } from 'vitest';
import { isReadBody, readBody } from './lenient.ts';
import { laxities } from './strict.ts';

const lane = { originCountryCode: 'US', destinationCountryCode: 'CA' };
const rated = (Shipment: object) => ({ RateRequest: { Request: {}, Shipment } });

describe('a strict world', () => {
  it.each([
    ['nothing', services, { ...lane, weight: 7.5, avvFlag: true, numberOfPackages: 2 }, []],
    ['nothing of a tag whose presence says yes', rate, rated({ DocumentsOnlyIndicator: '' }), []],
    [
      'a text for a number',
      services,
      { ...lane, weight: '7' },
      ['weight: text stands where a number or truth value is due'],
    ],
    [
      'a number for a text',
      rate,
      rated({ Package: [{ PackageWeight: { Weight: 7 } }] }),
      ['RateRequest.Shipment.Package.PackageWeight.Weight: a number or truth value stands where text is due'],
    ],
    [
      'what a single value holds beside the single value',
      rate,
      rated({ Package: { Unknown: 1, PackageWeight: { Weight: '' } } }),
      [
        'RateRequest.Shipment.Package: a single value stands where an array is due',
        'RateRequest.Shipment.Package.Unknown: a member that the contract does not know',
        'RateRequest.Shipment.Package.PackageWeight.Weight: an empty text',
      ],
    ],
    ['nothing of an operation without a document', { ...events, id: 'tracking.details' } as const, {}, []],
  ] as const)('names %s, with its place', async (_name, wire, document, expected) => {
    expect((await laxities(wire, document)).map(({ en }) => en)).toEqual(expected);
  });

  it('says it in French too', async () => {
    const [found] = await laxities(services, { ...lane, avvFlag: 'true' });
    expect(found?.fr).toBe('avvFlag : un texte tient lieu de nombre ou de valeur logique');
  });
});

describe('the lenient reading', () => {
  it('calls numbers lenient only where the contract has text', () => {
    const mended = (document: object) => {
      const read = readBody(services, Buffer.from(JSON.stringify(document)));
      return isReadBody(read) ? read.mended.map(({ en }) => en) : [];
    };
    expect(mended({ ...lane, weight: 7.5, avvFlag: true })).toEqual([]);
    expect(mended({ ...lane, weight: 7.5, originPostalCode: 30076 })).toHaveLength(1);
  });
});
