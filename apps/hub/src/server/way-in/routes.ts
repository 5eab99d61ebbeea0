import type { Server } from '@lading/kit/http/server';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { oneOf } from '../../api/shapes.ts';
import {
  AccountDirectory,
  AccountsFile,
  AccountsImported,
  AssociationsStep,
  CarrierUserStep,
  HandOverStep,
  Standing,
  WayIn,
} from '../../api/way-in.ts';
import { WAY_IN_STEPS } from '../../api/words.ts';
import { memberOf, seatOf } from '../http/guard.ts';
import { actorOf, type Hub } from '../hub.ts';
import { getDirectory, importAccounts } from './directory.ts';
import {
  associate,
  establishCarrierUser,
  getStanding,
  getWayIn,
  handOver,
  takeBack,
  type Walker,
} from './service.ts';

const tags = ['way-in'];
const administrator = { access: 'administrator' } as const;
const path = '/api/v1/way-in';

function walkerOf(request: FastifyRequest): Walker {
  const { user, company } = memberOf(request);
  return { tenantId: company.tenantId, userId: user.userId, name: user.name, actor: actorOf(request) };
}

/** The four steps that bring a company in, the accounts behind them, and whom to ask on the way. */
export function wayInRoutes(app: Server, hub: Hub): void {
  app.get(
    `${path}/standing`,
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Whom to ask, and the cut-over', tags, response: { 200: Standing } },
    },
    (request) => getStanding(hub, seatOf(request)),
  );
  app.get(
    path,
    {
      config: administrator,
      schema: { summary: 'The four steps and who took them', tags, response: { 200: WayIn } },
    },
    (request) => getWayIn(hub, memberOf(request).company.tenantId),
  );
  stepRoutes(app, hub);
  accountRoutes(app, hub);
}

function stepRoutes(app: Server, hub: Hub): void {
  const response = { 200: WayIn };
  app.post(
    `${path}/carrier-user`,
    {
      config: administrator,
      schema: { summary: 'Step 1: the carrier user is established', tags, body: CarrierUserStep, response },
    },
    (request) => establishCarrierUser(hub, walkerOf(request), request.body),
  );
  app.post(
    `${path}/hand-over`,
    {
      config: administrator,
      schema: {
        summary: 'Step 2: user name and e-mail for customer success; never a password',
        ...{ tags, body: HandOverStep, response },
      },
    },
    (request) => handOver(hub, walkerOf(request), request.body),
  );
  app.post(
    `${path}/associations`,
    {
      config: administrator,
      schema: { summary: 'Step 3: accounts are associated', tags, body: AssociationsStep, response },
    },
    (request) => associate(hub, walkerOf(request), request.body),
  );
  app.delete(
    `${path}/steps/:step`,
    {
      config: administrator,
      schema: {
        summary: 'Take a step back',
        ...{ tags, response, params: Type.Object({ step: oneOf(WAY_IN_STEPS) }) },
      },
    },
    (request) => takeBack(hub, walkerOf(request), request.params.step),
  );
}

function accountRoutes(app: Server, hub: Hub): void {
  app.get(
    `${path}/accounts`,
    {
      config: administrator,
      schema: { summary: 'The directory of accounts', tags, response: { 200: AccountDirectory } },
    },
    (request) => getDirectory(hub, memberOf(request).company.tenantId),
  );
  app.post(
    `${path}/accounts`,
    {
      config: administrator,
      schema: {
        summary: 'Replace the directory by a CSV file, whole or not at all',
        ...{ tags, body: AccountsFile, response: { 200: AccountsImported } },
      },
    },
    (request) => importAccounts(hub, walkerOf(request), request.body.csv),
  );
}
