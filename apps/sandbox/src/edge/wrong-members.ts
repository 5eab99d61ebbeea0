/** What a check says of one place of a document, in the words of JSON Schema. */
export interface FieldFault {
  readonly instancePath: string;
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * The members that are missing or not usable, each with what it takes: `profile (observed, published), times (>= 1)`.
 * Names, values and signs alone, so it stands in a sentence of any language.
 */
export function wrongMembers(faults: readonly FieldFault[]): string {
  const taken = new Map<string, Set<string>>();
  for (const fault of faults) {
    for (const name of namesOf(fault)) {
      const known = taken.get(name) ?? new Set<string>();
      for (const value of valuesOf(fault)) known.add(value);
      taken.set(name, known);
    }
  }
  return [...taken]
    .map(([name, values]) => (values.size === 0 ? name : `${name} (${[...values].join(', ')})`))
    .join(', ');
}

/** A strange or a forgotten member is named by itself, not by the object that has it. */
function namesOf({ instancePath, keyword, params = {} }: FieldFault): readonly string[] {
  const place = instancePath.slice(1).replaceAll('/', '.');
  const named = params.additionalProperties ?? params.requiredProperties;
  if (!Array.isArray(named)) return place === '' && keyword === 'anyOf' ? [] : [place];
  return named.map((name) => (place === '' ? String(name) : `${place}.${name}`));
}

function valuesOf({ keyword, params = {} }: FieldFault): readonly string[] {
  const { allowedValue, allowedValues, comparison, limit, pattern, type } = params;
  if (keyword === 'const') return [String(allowedValue)];
  if (Array.isArray(allowedValues)) return allowedValues.map(String);
  if (comparison !== undefined) return [`${comparison} ${limit}`];
  return [pattern, type].filter((one) => typeof one === 'string');
}
