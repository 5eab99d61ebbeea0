import type { FastifySchemaCompiler } from 'fastify';
import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

const FAULTS_SHOWN = 20;

/**
 * TypeBox validation, compiled at a route's first request: compiling everything at start costs more than most
 * runs ever use. Only the text parts of a request (path, query, headers) are converted to numbers and booleans.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let compiled: ReturnType<typeof Compile> | undefined;
  return (value: unknown) => {
    compiled ??= Compile(schema);
    const converted = httpPart === 'body' ? value : Value.Convert(schema, value);
    if (compiled.Check(converted)) {
      const path = httpPart === 'body' ? findBrokenText(converted) : undefined;
      return path === undefined ? { value: converted } : { error: [brokenText(path)] };
    }
    const error = compiled.Errors(converted).flatMap(nameMissingFields).slice(0, FAULTS_SHOWN);
    return { error };
  };
};

/** NUL and half characters: valid in JSON, and no text that a store or a program could keep. */
const BROKEN = /\0|\p{Surrogate}/u;

/** The place of such a text in a body, whose depth nobody has bounded. */
function findBrokenText(body: unknown): string | undefined {
  const left: { readonly value: unknown; readonly path: string }[] = [{ value: body, path: '' }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && BROKEN.test(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (BROKEN.test(name)) return path;
      left.push({ value: inner, path: `${path}/${name}` });
    }
  }
  return undefined;
}

function brokenText(instancePath: string): FastifySchemaValidationError {
  const message = 'holds a character that is no text';
  return { keyword: 'text', instancePath, schemaPath: '', params: {}, message };
}

type SchemaFault = ReturnType<ReturnType<typeof Compile>['Errors']>[number];

/** A missing member is reported at its parent: point at the member itself. */
function nameMissingFields(fault: SchemaFault): SchemaFault[] {
  if (fault.keyword !== 'required') return fault.keyword === 'additionalProperties' ? [] : [fault];
  return fault.params.requiredProperties.map((member) => ({
    ...fault,
    instancePath: `${fault.instancePath}/${member}`,
    message: 'is missing',
  }));
}
