import { type Fact, nameCodes, sources } from './stated.ts';

const guide = sources.guide('Product overview');

/** How an API is spoken: XML tools, web service (SOAP), JSON. */
export type Format = 'xml' | 'soap' | 'json';

/** What is carried: small packages, less-than-truckload freight, air freight, or all of these. */
export type Mode = 'package' | 'ltl' | 'air' | 'all';

/** What the guide's product overview says of every API. */
export interface Overview {
  readonly formats: Fact<readonly Format[]>;
  readonly modes: Fact<readonly Mode[]>;
  /** In how many countries it is offered for small packages; 2 means the United States and Puerto Rico. */
  readonly countries: Fact<number>;
  /** How many requests open test and production together. */
  readonly accessRequests: Fact<number>;
  readonly approvedUses: Fact<readonly ApprovedUse[]>;
  readonly unapprovedUses: Fact<readonly UnapprovedUse[]>;
}

/** The facts of one API: those of the overview, and its own rules. */
export type ApiFacts = Overview &
  Readonly<Record<string, Fact<number | string | boolean | readonly string[]>>>;

/** Business models that the guide approves. */
export const approvedUses = nameCodes(guide, {
  'own-parcels': [
    'Checking addresses of parcels that the carrier will carry',
    'Vérifier les adresses de colis que le transporteur livrera',
  ],
  'merchant-sites': ['Merchants’ web sites', 'Sites Web de marchands'],
  'back-office': ['Offline back-office systems', 'Systèmes administratifs hors ligne'],
  'access-controlled-sites': ['Web sites behind access control', 'Sites Web à accès contrôlé'],
  'ready-providers': [
    'Providers in the carrier’s partner program',
    'Fournisseurs inscrits au programme de partenaires du transporteur',
  ],
  'end-users': ['End users', 'Utilisateurs finaux'],
  'dangerous-goods-fully': [
    'Fully regulated dangerous goods, chemicals included',
    'Marchandises dangereuses entièrement réglementées, produits chimiques compris',
  ],
  'dangerous-goods-lightly': [
    'Dry ice, biological substances of category B, lightly regulated lithium: origin and destination alone',
    'Glace sèche, matières biologiques de catégorie B, lithium faiblement réglementé : origine et destination seules',
  ],
  'manifest-systems': ['Manifest systems', 'Systèmes de manifestes'],
  'internal-documents': [
    'Documents of shipments inside the company',
    'Documents d’expédition à l’intérieur de l’entreprise',
  ],
});

/** A business model that the guide approves. */
export type ApprovedUse = keyof typeof approvedUses;

/** Business models that the guide forbids. */
export const unapprovedUses = nameCodes(guide, {
  'list-cleansing': ['Cleaning lists of addresses', 'Nettoyer des banques d’adresses'],
  'other-carriers': ['Anything that the carrier does not carry', 'Ce que le transporteur ne livre pas'],
  'third-party-logistics': ['Third-party logistics providers', 'Fournisseurs de logistique tiers'],
  'uninvolved-logistics': [
    'Third-party logistics providers outside the transaction',
    'Fournisseurs de logistique tiers étrangers à la transaction',
  ],
  'third-party-hosting': ['Hosting by third parties', 'Hébergement par des tiers'],
  'unapproved-hosting': [
    'Hosting by third parties that are not approved',
    'Hébergement par des tiers non approuvés',
  ],
  'web-hosting': ['Hosting on a web site', 'Hébergement sur un site Web'],
  'side-by-side-rates': [
    'Rates beside those of competitors',
    'Tarifs affichés à côté de ceux de concurrents',
  ],
  'time-tables': [
    'Tables of delivery times made from the carrier’s data',
    'Tableaux de délais tirés des données du transporteur',
  ],
  robots: [
    'Robots that follow every outgoing parcel until something happens',
    'Robots qui suivent chaque colis sortant jusqu’à un événement donné',
  ],
});

/** A business model that the guide forbids. */
export type UnapprovedUse = keyof typeof unapprovedUses;
