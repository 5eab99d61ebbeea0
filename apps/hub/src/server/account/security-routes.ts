import type { Server } from '@lading/kit/http/server';
import Type from 'typebox';
import {
  AskReset,
  ChangePassword,
  CompleteReset,
  EndSecondFactor,
  RecoveryCodes,
  SecondFactorCode,
  SecondFactorStart,
  Security,
} from '../../api/people.ts';
import { seatOf } from '../http/guard.ts';
import { actorOf, type Hub } from '../hub.ts';
import type { SignInLimits } from '../sign-in/limits.ts';
import { askReset, changePassword, completeReset } from './passwords.ts';
import { begin, confirm, end, readSecurity } from './second-factor.ts';

const tags = ['account'];
const Nothing = Type.Null();

/** One's password and second factor, and the way back for whoever forgot the password. */
export function securityRoutes(app: Server, hub: Hub, limits: SignInLimits): void {
  const signedIn = { access: 'signed-in' } as const;
  app.get(
    '/api/v1/account/security',
    { config: signedIn, schema: { summary: 'How one signs in', tags, response: { 200: Security } } },
    (request) => readSecurity(hub, seatOf(request).user.userId),
  );
  app.post(
    '/api/v1/account/password',
    {
      config: signedIn,
      schema: { summary: 'Change one’s password', tags, body: ChangePassword, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const seat = seatOf(request);
      limits.attempt(request.ip, seat.user.email);
      await changePassword(hub, seat, actorOf(request), request.body);
      limits.forgive(seat.user.email);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/account/second-factor',
    {
      config: signedIn,
      schema: { summary: 'Begin with a second factor', tags, response: { 200: SecondFactorStart } },
    },
    (request) => begin(hub, seatOf(request).user.userId),
  );
  app.post(
    '/api/v1/account/second-factor/confirm',
    {
      config: signedIn,
      schema: {
        summary: 'Turn the second factor on',
        tags,
        body: SecondFactorCode,
        response: { 200: RecoveryCodes },
      },
    },
    (request) => {
      const { user } = seatOf(request);
      limits.attempt(request.ip, user.email);
      return confirm(hub, user.userId, actorOf(request), request.body.code);
    },
  );
  app.delete(
    '/api/v1/account/second-factor',
    {
      config: signedIn,
      schema: {
        summary: 'Turn the second factor off',
        tags,
        body: EndSecondFactor,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { user } = seatOf(request);
      limits.attempt(request.ip, user.email);
      await end(hub, user.userId, actorOf(request), request.body.password);
      return reply.code(204).send(null);
    },
  );
  resetRoutes(app, hub, limits);
}

function resetRoutes(app: Server, hub: Hub, limits: SignInLimits): void {
  const anyone = { access: 'anyone' } as const;
  app.post(
    '/api/v1/password-resets',
    {
      config: anyone,
      schema: { summary: 'Ask for a new password by mail', tags, body: AskReset, response: { 202: Nothing } },
    },
    async (request, reply) => {
      limits.attempt(request.ip, request.body.email);
      await askReset(hub, request.body.email);
      return reply.code(202).send(null);
    },
  );
  app.post(
    '/api/v1/password-resets/complete',
    {
      config: anyone,
      schema: { summary: 'Choose a new password', tags, body: CompleteReset, response: { 204: Nothing } },
    },
    async (request, reply) => {
      limits.attempt(request.ip, request.body.token);
      await completeReset(hub, request.body, request.id);
      return reply.code(204).send(null);
    },
  );
}
