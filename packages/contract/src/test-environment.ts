import type { Slug } from './operation.ts';
import { facts as paperless } from './paperless/facts.ts';
import { type CarrierError, type StatedValue, sources } from './stated.ts';

/**
 * Where the carrier's own test environment (Customer Integration Environment, `wwwcie.ups.com`) is documented or was
 * seen to answer otherwise than production. An API that is absent behaves there as everywhere.
 */
export const testEnvironment = Object.freeze({
  'address-street': {
    /** The only states of the United States whose addresses are looked at. */
    onlyStates: stated(['CA', 'NY'], sources.file('AddressValidation.yaml')),
    /** The answer for any other. */
    stateRefused: {
      code: '9264030',
      status: 400,
      text: 'The state is not supported in the Customer Integration Environment.',
      en: 'The test environment knows addresses in New York and California only',
      fr: 'L’environnement d’essai ne connaît que les adresses de New York et de Californie',
      ...sources.seen('recorded answers in the test suite of friendly_shipping'),
    } as const satisfies CarrierError,
  },
  paperless: {
    /** Of one uploaded file, where production takes ten times as many. */
    mostFileBytes: paperless.testFileBytes.today,
  },
  shipping: {
    /** Requests are only simulated: no label is billed, and no parcel ever moves. */
    isSimulated: stated(true, sources.guide('Test environment')),
    /** Words that stand on a label in place of its symbols. */
    labelWords: stated(
      {
        maxiCode: 'UPS MAXICODE PRINTS HERE',
        routingCode: 'UPS ROUTING CODE PRINTS HERE',
        postalBarcode: 'UPS POSTAL BARCODE PRINTS HERE',
        trackingBarcode: 'UPS TRACKING NUMBER BARCODE PRINTS HERE',
      },
      sources.seen('labels that public programs recorded', '2024-02'),
    ),
    /** Shipment numbers that a void answers in one way, whether or not they were ever issued. */
    voidNumbers: stated(
      { voided: '1Z12345E0390817264', collectedAlready: '1Z12345E1290420899' },
      sources.seen('recorded answers in the test suite of friendly_shipping'),
    ),
    /** Tracking numbers whose label can be recovered, by the format that comes back. */
    recoverableLabels: stated(
      { pdf: '1Z12345E8791315509', html: '1Z12345E8791315413' },
      sources.seen('sample requests of the carrier’s kit'),
    ),
  },
  'quantum-view': {
    /** `StatusType.Description` of a file that nobody has read. */
    unreadWord: stated(
      'Show Unread',
      sources.seen('recorded test answers in Net::Async::Webservice::UPS', '2002'),
    ),
  },
} as const satisfies Partial<Record<Slug, Readonly<Record<string, unknown>>>>);

export type TestEnvironment = typeof testEnvironment;

function stated<const Value>(value: Value, source: Omit<StatedValue<Value>, 'value'>): StatedValue<Value> {
  return { value, ...source };
}
