import type { Stated } from '../stated.ts';
import { sources } from '../stated.ts';
import { isObject, objectOf, type PublishedDocument } from './files.ts';

/**
 * A place where a file of the carrier cannot be used as a schema: it demands what it does not declare, or leaves out
 * what an array holds. `drop` takes a name out of the list at `pointer`; `set` puts a value there; `unset` takes away
 * the keyword there.
 */
export interface FilePatch extends Stated {
  readonly file: string;
  /** RFC 6901. */
  readonly pointer: string;
  readonly change: { readonly drop: string } | { readonly set: unknown } | { readonly unset: true };
  readonly why: string;
}

const SCHEMAS = '/components/schemas';
const UNDECLARED = 'The list of required members names one that the schema does not declare.';

/** All that is mended in the carrier's files before they judge anything; deviations of the contract come on top. */
export const filePatches: readonly FilePatch[] = Object.freeze([
  drop('Rating.yaml', 'RateRequest_Request', 'RequestOption', UNDECLARED),
  drop('Shipping.yaml', 'PackageResults_RateModifier', 'CurrencyCode', UNDECLARED),
  drop('TimeInTransit.yaml', 'services', 'saturdayDeliveryIndicator', UNDECLARED),
  drop(
    'TimeInTransit.yaml',
    'candidateAddress',
    'CountryCode',
    'The member is declared as countryCode; the list of required members spells it otherwise.',
  ),
  ...['alVersion', 'perfStats', 'transID'].map((name) =>
    drop(
      'LandedCost.yaml',
      'LandedCostResponse',
      name,
      'The member is declared within the shipment and demanded beside it.',
    ),
  ),
  {
    file: 'TimeInTransit.yaml',
    pointer: `${SCHEMAS}/TimeInTransitRequest/properties/shipmentContentsValue/maximum`,
    change: { unset: true },
    why: 'A value of goods is not three at most; its own example has 10.5.',
    ...sources.file('TimeInTransit.yaml'),
  },
  itemsOfText('DangerousGoods.yaml', 'ChemicalData_ProperShippingNameDetail/properties/ProperShippingName'),
  itemsOfText('Shipping.yaml', 'Product_ProductIdentifier'),
]);

function drop(file: string, schema: string, name: string, why: string): FilePatch {
  return {
    file,
    pointer: `${SCHEMAS}/${schema}/required`,
    change: { drop: name },
    why,
    ...sources.file(file),
  };
}

function itemsOfText(file: string, schema: string): FilePatch {
  return {
    file,
    pointer: `${SCHEMAS}/${schema}/items`,
    change: { set: { type: 'string' } },
    why: 'The file does not say what the array holds; its text speaks of words.',
    ...sources.file(file),
  };
}

/**
 * The file with its patches; what needs none is shared with what came in.
 *
 * @throws TypeError for a patch that meets nothing it could change: the file has become another one.
 */
export function patchFile(
  file: string,
  document: PublishedDocument,
  patches: readonly FilePatch[] = filePatches,
): PublishedDocument {
  return patches
    .filter((patch) => patch.file === file)
    .reduce(
      (found, patch) => changed(found, patch.pointer.slice(1).split('/').map(unescaped), patch),
      document,
    );
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function changed(node: PublishedDocument, path: readonly string[], patch: FilePatch): PublishedDocument {
  const [name = '', ...rest] = path;
  if (rest.length > 0) return { ...node, [name]: changed(objectOf(node[name], path), rest, patch) };
  if ('set' in patch.change) {
    if (isObject(node[name])) throw new TypeError(`${patch.file} has something at ${patch.pointer} already`);
    return { ...node, [name]: patch.change.set };
  }
  if ('unset' in patch.change) {
    const { [name]: gone, ...kept } = node;
    if (gone === undefined) throw new TypeError(`${patch.file} has nothing at ${patch.pointer}`);
    return kept;
  }
  const { drop: dropped } = patch.change;
  const list = node[name];
  if (!Array.isArray(list) || !list.includes(dropped)) {
    throw new TypeError(`${patch.file} does not name ${dropped} at ${patch.pointer}`);
  }
  return { ...node, [name]: list.filter((one) => one !== dropped) };
}
