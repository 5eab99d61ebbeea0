import type { FastifyReply, FastifyRequest } from 'fastify';
import { isProblem, type Problem } from '../errors.ts';
import { say } from '../text.ts';
import { type FieldFault, invalidRequestProblem, refusalProblem, unexpectedProblem } from './problems.ts';

/** The body of every failure. */
export interface ProblemBody {
  readonly code: string;
  readonly text: { readonly en: string; readonly fr: string };
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** Answers any error as a `Problem`; what nobody expected is logged with its cause and told without it. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
  return reply.code(problem.status).send(problemBody(problem, request.id));
}

export function problemBody(problem: Problem, requestId: string): ProblemBody {
  const { code, text, params, details } = problem;
  return { code, text: { en: say(text, 'en', params), fr: say(text, 'fr', params) }, details, requestId };
}

function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  if (!(error instanceof Error)) return unexpectedProblem(error);
  if ('validation' in error && Array.isArray(error.validation)) {
    const part = 'validationContext' in error ? String(error.validationContext) : '';
    return invalidRequestProblem(faultsOf(part, error.validation));
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  const isFramework = code.startsWith('FST_') || error instanceof SyntaxError;
  return (isFramework ? refusalProblem(code, status, error) : undefined) ?? unexpectedProblem(error);
}

function faultsOf(part: string, faults: readonly unknown[]): readonly FieldFault[] {
  return faults.filter(isSchemaFault).map(({ instancePath, message }) => ({
    field: [PARTS[part] ?? part, ...instancePath.split('/').filter(Boolean)].join('.'),
    fault: message ?? 'is not usable',
  }));
}

/** The framework's names of a request's parts, and ours. */
const PARTS: Readonly<Record<string, string>> = { querystring: 'query', params: 'path' };

function isSchemaFault(value: unknown): value is { instancePath: string; message?: string } {
  return typeof value === 'object' && value !== null && 'instancePath' in value;
}
