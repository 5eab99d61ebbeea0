import { AddressValidationRequest } from '@lading/contract/address-street/schema';
import { legacyErrors } from '@lading/contract/response/codes';
import { type TSchema, Type } from 'typebox';
import { isObject } from '../edge/reading.ts';
import { type JsonObject, type Refusal, refuse } from '../registry.ts';

/** What every tool refuses in a field: absent where it must be, of another kind, or longer than the carrier takes. */
export function refuseFields(body: JsonObject): Refusal | null {
  return refuseObject(AddressValidationRequest, body, 'XAVRequest');
}

/** Empty optional members count as absent; members that the contract does not know are passed over. */
function refuseObject(schema: TSchema, value: JsonObject, name: string): Refusal | null {
  if (!Type.IsObject(schema)) return null;
  const required = schema.required ?? [];
  for (const [member, inner] of Object.entries(schema.properties)) {
    const held = Object.hasOwn(value, member) ? value[member] : undefined;
    const isAbsent = held === undefined || held === null || held === '';
    if (isAbsent && required.includes(member)) return refuse(legacyErrors.fieldMissing, { field: member });
    const refusal = isAbsent ? null : refuseValue(inner, held, member);
    if (refusal !== null) return refusal;
  }
  return Object.keys(value).length === 0 ? refuse(legacyErrors.fieldMissing, { field: name }) : null;
}

function refuseValue(schema: TSchema, value: unknown, name: string): Refusal | null {
  const invalid = (shown: unknown): Refusal =>
    refuse(legacyErrors.fieldInvalid, { field: name, value: shownAs(shown) });
  if (Type.IsObject(schema)) return isObject(value) ? refuseObject(schema, value, name) : invalid(value);
  if (Type.IsArray(schema)) {
    if (!Array.isArray(value)) return invalid(value);
    const wrong = value.findIndex((one) => one !== '' && refuseValue(schema.items, one, name) !== null);
    return wrong < 0 ? null : invalid(value[wrong]);
  }
  if (typeof value !== 'string') return invalid(value);
  const least = limitOf(schema, 'minLength') ?? 0;
  const most = limitOf(schema, 'maxLength') ?? value.length;
  return value.length < least || value.length > most ? invalid(value) : null;
}

function limitOf(schema: TSchema, name: 'minLength' | 'maxLength'): number | undefined {
  const limit: unknown = Reflect.get(schema, name);
  return typeof limit === 'number' ? limit : undefined;
}

const SHOWN = 100;

function shownAs(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, SHOWN);
}
