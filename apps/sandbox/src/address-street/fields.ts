import { AddressValidationRequest } from '@lading/contract/address-street/schema';
import { legacyErrors } from '@lading/contract/response/codes';
import { type TArray, type TObject, type TSchema, Type } from 'typebox';
import { isObject } from '../edge/reading.ts';
import { type JsonObject, type Refusal, refuse } from '../registry.ts';

/** What is refused in a value. Made once from the contract: to walk its schemas at each request costs more than all the rest. */
type Check = (value: unknown) => Refusal | null;

/** What every tool refuses in a field: absent where it must be, of another kind, or longer than the carrier takes. */
export const refuseFields: (body: JsonObject) => Refusal | null = checkOf(
  AddressValidationRequest,
  'XAVRequest',
);

function checkOf(schema: TSchema, name: string): Check {
  if (Type.IsObject(schema)) return checkOfObject(schema, name);
  if (Type.IsArray(schema)) return checkOfArray(schema, name);
  return checkOfText(schema, name);
}

/** Empty optional members count as absent; members that the contract does not know are passed over. */
function checkOfObject({ properties, required }: TObject, name: string): Check {
  const named: readonly string[] = required ?? [];
  const members = Object.entries(properties).map(([member, schema]) => ({
    member,
    isRequired: named.includes(member),
    check: checkOf(schema, member),
  }));
  return (value) => {
    if (!isObject(value)) return invalid(name, value);
    for (const { member, isRequired, check: checkMember } of members) {
      const held = Object.hasOwn(value, member) ? value[member] : undefined;
      const isAbsent = held === undefined || held === null || held === '';
      if (isAbsent && isRequired) return refuse(legacyErrors.fieldMissing, { field: member });
      const refusal = isAbsent ? null : checkMember(held);
      if (refusal !== null) return refusal;
    }
    return isEmpty(value) ? refuse(legacyErrors.fieldMissing, { field: name }) : null;
  };
}

function isEmpty(object: JsonObject): boolean {
  for (const name in object) if (Object.hasOwn(object, name)) return false;
  return true;
}

function checkOfArray({ items }: TArray, name: string): Check {
  const checkItem = checkOf(items, name);
  return (value) => {
    if (!Array.isArray(value)) return invalid(name, value);
    const wrong = value.findIndex((one) => one !== '' && checkItem(one) !== null);
    return wrong < 0 ? null : invalid(name, value[wrong]);
  };
}

function checkOfText(schema: TSchema, name: string): Check {
  const least = limitOf(schema, 'minLength') ?? 0;
  const most = limitOf(schema, 'maxLength') ?? Number.POSITIVE_INFINITY;
  return (value) => {
    const isFitting = typeof value === 'string' && value.length >= least && value.length <= most;
    return isFitting ? null : invalid(name, value);
  };
}

function limitOf(schema: TSchema, name: 'minLength' | 'maxLength'): number | undefined {
  const limit: unknown = Reflect.get(schema, name);
  return typeof limit === 'number' ? limit : undefined;
}

function invalid(field: string, value: unknown): Refusal {
  return refuse(legacyErrors.fieldInvalid, { field, value: shownAs(value) });
}

const SHOWN = 100;

function shownAs(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, SHOWN);
}
