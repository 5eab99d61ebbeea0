import { rangeText } from '@lading/carrier/quantum-view/file-names';
import {
  quantumViewErrors as errors,
  fileStatusWords,
  subscriptionStatusWords,
} from '@lading/contract/quantum-view/codes';
import { events } from '@lading/contract/quantum-view/wire';
import { defineTexts, type Locale } from '@lading/kit/text';
import { Prepared } from '../edge/prepared.ts';
import {
  type Answer,
  type Caller,
  type Context,
  type JsonObject,
  type NormalisedRequest,
  operation,
} from '../registry.ts';
import { limitsOf } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { contentBytes, contentTail } from './contents.ts';
import { isUnread, readCriteria, readCustomerContext } from './criteria.ts';
import { type Fault, fault, responseOf } from './faults.ts';
import { type SeenFile, type Selected, select } from './selection.ts';
import { type BookmarkGiven, type FilesRead, quantumViewStore, type WalkMoved } from './store.ts';
import { release, reserve } from './underway.ts';
import { type Page, turnPage } from './walk.ts';

/** `POST /api/quantumview/{version}/events`: unread files, or files by date or name. */
export const quantumViewOperations = [
  operation(events, (context, request) => answerEvents(context, request)),
];

function answerEvents(context: Context, request: NormalisedRequest): Answer {
  const { world, caller } = context;
  if (caller === undefined) throw new TypeError('Quantum View is asked with a token');
  const now = world.now();
  const criteria = readCriteria(request.body, now);
  if ('fault' in criteria) return refuseWith(context, criteria, readCustomerContext(request.body));
  const state = world.state(quantumViewStore);
  const selection = select(state, caller, criteria, now);
  if ('fault' in selection) return refuseWith(context, selection, criteria.customerContext);
  const parts = {
    state,
    subscriber: caller.userName,
    now,
    sizeOf: (file: SeenFile) => contentBytes(world, file),
  };
  const page = turnPage(parts, criteria, selection);
  if ('fault' in page) return refuseWith(context, page, criteria.customerContext);
  explain(context, page);
  const warning =
    selection.inactive.length === 0
      ? undefined
      : fault(errors.subscriptionsInactive, { names: selection.inactive.join(' ') });
  const body = {
    QuantumViewResponse: {
      Response: responseOf(world, criteria.customerContext, true, warning),
      QuantumViewEvents: eventsOf(world, caller, page),
      ...(page.bookmark === null ? {} : { Bookmark: page.bookmark }),
    },
  };
  return { body, ...consume(world, page) };
}

/** Nobody else gets the unread files of this answer, unless it is never handed over. */
function consume(world: World, page: Page): Pick<Answer, 'onHandedOver' | 'onDropped'> {
  const unread = page.groups.filter(({ criterion }) => isUnread(criterion));
  const files = unread.flatMap((group) => group.files);
  reserve(files);
  return {
    onHandedOver: () => {
      markHandedOver(world, page, unread);
      release(files);
    },
    onDropped: () => release(files),
  };
}

/** Which rules shaped the answer, for the inspector. */
function explain({ note }: Context, { moves, bookmark }: Page): void {
  if (moves === undefined) note(rules.byRange, 'published');
  else note(rules.unreadOnly, 'published');
  if (bookmark === null) return;
  note(rules.answerSize, 'published');
  note(moves === undefined ? rules.rememberedBookmark : rules.rememberedWalk, 'invented');
}

const rules = defineTexts({
  byRange: {
    en: 'by date or file name, which consumes nothing',
    fr: 'par date ou par nom de fichier, ce qui ne consomme rien',
  },
  unreadOnly: { en: 'unread files only', fr: 'fichiers non lus seulement' },
  answerSize: {
    en: 'about 150 KB of several files in one answer, the rest by bookmark',
    fr: 'environ 150 Ko de plusieurs fichiers par réponse, le reste par signet',
  },
  rememberedBookmark: {
    en: 'a bookmark goes on for 24 hours, only with the criteria of the answer that gave it',
    fr: 'un signet sert pendant 24 heures, seulement avec les critères de la réponse qui l’a donné',
  },
  rememberedWalk: {
    en: 'an unread walk is remembered for 24 hours',
    fr: 'un parcours de fichiers non lus est retenu 24 heures',
  },
});

function eventsOf(world: World, { userName }: Caller, { groups }: Page): JsonObject {
  return {
    SubscriberID: userName,
    SubscriptionEvents: groups.map(({ subscription, criterion, files }) => ({
      Name: subscription.name,
      Number: subscription.number,
      SubscriptionStatus: {
        Code: subscription.status,
        Description: subscriptionStatusWords[subscription.status],
      },
      ...(criterion.range === null
        ? {}
        : {
            DateRange: {
              BeginDate: rangeText(criterion.range.begin),
              EndDate: rangeText(criterion.range.end),
            },
          }),
      ...(files.length === 0 ? {} : { SubscriptionFile: files.map((file) => fileOf(world, file)) }),
    })),
  };
}

/** The file as bytes: its name and whether it was read in front of what it says, which never changes. */
function fileOf(world: World, file: SeenFile): Prepared {
  const status = file.isRead ? 'R' : 'U';
  const unreadWord = limitsOf(world, 'quantum-view')?.unreadWord.value ?? fileStatusWords.U;
  const head = {
    FileName: file.name,
    StatusType: { Code: status, Description: file.isRead ? fileStatusWords.R : unreadWord },
  };
  const opening = Buffer.from(`${JSON.stringify(head).slice(0, -1)},`);
  return new Prepared((version) => [opening, contentTail(world, file, version)]);
}

/** Only unread requests consume: names and dates leave a file as it was (guide, Quantum View). */
function markHandedOver(world: World, { moves, gives }: Page, unread: readonly Selected[]): void {
  const files = unread.flatMap(namesOf);
  const read: FilesRead = { type: 'files-read', files };
  const isWalking =
    moves !== undefined && (moves.open !== null || world.state(quantumViewStore).walks.has(moves.walk));
  const facts = [
    ...(files.length > 0 ? [read] : []),
    ...(isWalking ? [{ type: 'walk-moved', ...moves } satisfies WalkMoved] : []),
    ...(gives === undefined ? [] : [{ type: 'bookmark-given', ...gives } satisfies BookmarkGiven]),
  ];
  if (facts.length > 0) world.record(...facts);
}

function namesOf({ subscription, files }: Selected): (readonly [string, string])[] {
  return files.map((file) => [subscription.number, file.name] as const);
}

/** Recorded refusals carry no events at all; the carrier's file demands the container. */
function refuseWith({ note, world, caller }: Context, refused: Fault, customerContext: string): Answer {
  const named = (locale: Locale): string => `${refused.fault.code} ${refused.fault[locale]}`;
  note({ en: named('en'), fr: named('fr') }, refused.fault.evidence);
  const nothing = { QuantumViewEvents: { SubscriberID: caller?.userName ?? '', SubscriptionEvents: [] } };
  return {
    body: {
      QuantumViewResponse: {
        Response: responseOf(world, customerContext, false, refused),
        ...(world.profile === 'published' ? nothing : {}),
      },
    },
  };
}
