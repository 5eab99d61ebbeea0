import type { RatedParcel, Signature } from '@lading/carrier/rating/shipment';
import type { Dimensions, Weight } from '@lading/carrier/rating/weights';
import { ratingErrors } from '@lading/contract/rating/errors';
import { isObject, listOf } from '../edge/reading.ts';
import { isRefusal, type JsonObject, type Refusal, refuse } from '../registry.ts';
import { hundredthsOf, invalid, isSet, missing, textAt, within } from './reading.ts';

const MOST_PARCELS = 200;
const weightUnits: Readonly<Record<string, Weight['unit']>> = { LBS: 'LBS', KGS: 'KGS', OZS: 'OZS' };
const lengthUnits: Readonly<Record<string, Dimensions['unit']>> = { IN: 'IN', CM: 'CM' };
const weightWords = { LBS: 'pounds', KGS: 'kilograms', OZS: 'ounces' } as const;
const LETTER = '01';
/** What a letter weighs that nobody weighed. */
const LETTER_WEIGHT: Weight = { hundredths: 800, unit: 'OZS' };

/** The parcels of a rate request, or what is wrong with the first faulty one. */
export function readParcels(shipment: JsonObject): readonly RatedParcel[] | Refusal {
  const packages = listOf(shipment, 'Package').filter(isObject);
  if (packages.length === 0) return missing('Package');
  if (packages.length > MOST_PARCELS) return invalid('Package', String(packages.length));
  const parcels: RatedParcel[] = [];
  for (const one of packages) {
    const parcel = readParcel(one);
    if (isRefusal(parcel)) return parcel;
    parcels.push(parcel);
  }
  return parcels;
}

function readParcel(given: JsonObject): RatedParcel | Refusal {
  const packaging = textAt(given, 'PackagingType', 'Code') ?? textAt(given, 'Packaging', 'Code') ?? '02';
  const weight = readWeight(given, packaging);
  if (isRefusal(weight)) return weight;
  const dimensions = readDimensions(given);
  if (dimensions !== null && isRefusal(dimensions)) return dimensions;
  const services = within(given, 'PackageServiceOptions');
  const amounts = readAmounts(services);
  if (isRefusal(amounts)) return amounts;
  const { declaredValueCents, codCents } = amounts;
  return {
    packaging,
    weight,
    dimensions,
    declaredValueCents,
    codCents,
    signature: signatures[textAt(services, 'DeliveryConfirmation', 'DCISType') ?? ''],
    needsHandling: isSet(given, 'AdditionalHandlingIndicator'),
    isLarge: isSet(given, 'LargePackageIndicator'),
    hasHazardousMaterials: isSet(services, 'HazMat'),
    hasDryIce: isSet(services, 'DryIce'),
    isProactive: isSet(services, 'ProactiveIndicator'),
    hasPremiumCare: isSet(services, 'UPSPremiumCareIndicator'),
    simpleRate: textAt(given, 'SimpleRate', 'Code')?.toUpperCase(),
    freightClass: textAt(given, 'Commodity', 'FreightClass'),
  };
}

const signatures: Readonly<Record<string, Signature>> = { '2': 'ordinary', '3': 'adult' };

function readWeight(given: JsonObject, packaging: string): Weight | Refusal {
  const text = textAt(given, 'PackageWeight', 'Weight');
  if (text === undefined) return packaging === LETTER ? LETTER_WEIGHT : missing('PackageWeight');
  const code = textAt(given, 'PackageWeight', 'UnitOfMeasurement', 'Code') ?? 'LBS';
  const unit = weightUnits[code.toUpperCase()];
  if (unit === undefined) return invalid('PackageWeight/UnitOfMeasurement/Code', code);
  const hundredths = hundredthsOf(text);
  if (hundredths === null) return invalid('PackageWeight/Weight', text);
  if (hundredths === 0 && packaging !== LETTER)
    return refuse(ratingErrors.weightZero, { unit: weightWords[unit] });
  return { hundredths, unit };
}

/** Null where none are given or all are zero: then the scale alone decides. */
function readDimensions(given: JsonObject): Dimensions | null | Refusal {
  const stated = within(given, 'Dimensions');
  const texts = ['Length', 'Width', 'Height'].map((side) => textAt(stated, side) ?? '0');
  const sides = texts.map(hundredthsOf);
  const wrong = sides.indexOf(null);
  if (wrong >= 0) return invalid('Dimensions', texts[wrong] ?? '');
  const [length = 0, width = 0, height = 0] = sides.map((side) => side ?? 0);
  if (length + width + height === 0) return null;
  const code = textAt(stated, 'UnitOfMeasurement', 'Code') ?? 'IN';
  const unit = lengthUnits[code.toUpperCase()];
  if (unit === undefined) return invalid('Dimensions/UnitOfMeasurement/Code', code);
  return { hundredths: [length, width, height], unit };
}

function readAmounts(services: JsonObject): Pick<RatedParcel, 'declaredValueCents' | 'codCents'> | Refusal {
  const value = readMoney(services, 'DeclaredValue', 'MonetaryValue');
  if (isWrong(value)) return invalid('DeclaredValue/MonetaryValue', value.text);
  const cod =
    readMoney(services, 'COD', 'CODAmount', 'MonetaryValue') ??
    readMoney(services, 'AccessPointCOD', 'MonetaryValue');
  if (isWrong(cod)) return invalid('COD/CODAmount/MonetaryValue', cod.text);
  return { declaredValueCents: value, codCents: cod };
}

/** Cents of a member; undefined where it is absent. */
export function readMoney(
  object: JsonObject,
  ...members: readonly string[]
): number | undefined | { readonly text: string } {
  const text = textAt(object, ...members);
  return text === undefined ? undefined : (hundredthsOf(text) ?? { text });
}

export function isWrong(
  money: number | undefined | { readonly text: string },
): money is { readonly text: string } {
  return typeof money === 'object';
}
