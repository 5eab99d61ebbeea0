import 'reflect-metadata';
import { createPrivateKey, KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import * as x509 from '@peculiar/x509';

/** A certificate with the key that it speaks for, both as PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3_650;
/** What browsers and other strict clients take at most. */
const SERVER_DAYS = 397;
/** Clocks of other machines may be a little behind. */
const HEADSTART_MS = DAY_MS;
const NAME_CONSTRAINTS = '2.5.29.30';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * A new authority, valid for ten years. Whoever trusts it trusts it for these names alone (RFC 5280, 4.2.1.10): its
 * key lies in a developer's folder.
 *
 * @param names Host names and addresses.
 * @param now Milliseconds since 1970 of the machine's clock.
 */
export async function createAuthority(names: readonly string[], now: number): Promise<Certified> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: drawSerialNumber(),
    name: 'CN=Lading sandbox authority, O=Lading',
    ...validFor(AUTHORITY_DAYS, now),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension(NAME_CONSTRAINTS, true, new Uint8Array(permittedNames(names))),
    ],
  });
  return certified(certificate, keys.privateKey);
}

/** A certificate for a server of these names, valid for 397 days. */
export async function issueServer(
  authority: Certified,
  names: readonly string[],
  now: number,
): Promise<Certified> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: drawSerialNumber(),
    subject: 'CN=Lading sandbox',
    issuer: issuer.subject,
    ...validFor(SERVER_DAYS, now),
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isAddress(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
    ],
  });
  return certified(certificate, keys.privateKey);
}

function validFor(days: number, now: number): { readonly notBefore: Date; readonly notAfter: Date } {
  const notBefore = now - HEADSTART_MS;
  return { notBefore: new Date(notBefore), notAfter: new Date(notBefore + days * DAY_MS) };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const bytes = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign']);
}

function certified(certificate: x509.X509Certificate, key: webcrypto.CryptoKey): Certified {
  return {
    certificate: `${certificate.toString('pem')}\n`,
    key: KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** Positive and of at most 20 bytes. */
function drawSerialNumber(): string {
  return `01${randomBytes(15).toString('hex')}`;
}

function isAddress(name: string): boolean {
  return isIPv4(name) || isIPv6(name);
}

const SEQUENCE = 0x30;
const PERMITTED = 0xa0;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** `NameConstraints` with permitted subtrees only, in DER. */
function permittedNames(names: readonly string[]): Buffer {
  const subtrees = names.map((name) =>
    der(SEQUENCE, isAddress(name) ? der(IP_ADDRESS, oneAddress(name)) : der(DNS_NAME, Buffer.from(name))),
  );
  return der(SEQUENCE, der(PERMITTED, ...subtrees));
}

/** The address and a mask that lets no other through. */
function oneAddress(address: string): Buffer {
  const bytes = isIPv4(address) ? address.split('.').map(Number) : ipv6Bytes(address);
  return Buffer.concat([Buffer.from(bytes), Buffer.alloc(bytes.length, 0xff)]);
}

function ipv6Bytes(address: string): number[] {
  const [head = '', tail] = address
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const left = groupBytes(head);
  const right = groupBytes(tail ?? []);
  return [...left, ...new Array<number>(16 - left.length - right.length).fill(0), ...right];
}

function groupBytes(groups: Iterable<string>): number[] {
  return [...groups].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  if (content.byteLength > 0xff) throw new RangeError('longer than this writer of DER can say');
  const length = content.byteLength < 0x80 ? [content.byteLength] : [0x81, content.byteLength];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
