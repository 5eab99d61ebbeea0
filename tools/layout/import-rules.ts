import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import {
  houseFiles,
  onlyThere,
  testPackages,
  testsMayImport,
  type Workspace,
  workspaces,
  type Zone,
  zones,
} from '../layout.ts';
import { findImports, type Import } from './imports.ts';
import { isWithin, matchesAny } from './patterns.ts';
import type { SourceFile } from './tree.ts';

/** What a specifier points at. */
type Target =
  | { readonly kind: 'own'; readonly path: string }
  | { readonly kind: 'workspace'; readonly name: string; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

export interface Declared {
  /** The packages that each workspace's package.json names, and those of the root for tests. */
  readonly [folder: string]: readonly string[];
}

const NODE = new Set(builtinModules);

/** One line for each import that the table does not allow. */
export function checkImports(file: SourceFile, declared: Declared): string[] {
  return findImports(file.text).flatMap((one) => {
    const target = targetOf(file.path, one.specifier);
    return [
      ...checkDoor(file.path, target),
      ...checkWorkspace(file.path, one, target, declared),
      ...zones.flatMap((zone) => checkZone(file.path, zone, target)),
    ].map((fault) => `${file.path}:${one.line} ${fault}`);
  });
}

function targetOf(from: string, specifier: string): Target {
  if (specifier.startsWith('.')) return { kind: 'own', path: posix.join(posix.dirname(from), specifier) };
  const [, name, path] = /^@lading\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  if (name !== undefined && path !== undefined) return { kind: 'workspace', name, path };
  const bare = specifier.replace(/^node:/, '');
  if (specifier.startsWith('node:') || NODE.has(bare)) return { kind: 'node', name: bare };
  const parts = specifier.split('/');
  return { kind: 'package', name: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}

function checkDoor(from: string, target: Target): string[] {
  const places = target.kind === 'package' ? onlyThere[target.name] : undefined;
  if (!places || isTest(from) || isWithin(from, places)) return [];
  return [`imports "${target.kind === 'package' ? target.name : ''}", which belongs to ${places.join(', ')}`];
}

function checkWorkspace(from: string, one: Import, target: Target, declared: Declared): string[] {
  const [name, workspace] =
    Object.entries(workspaces).find(([, { folder }]) => from.startsWith(`${folder}/`)) ?? [];
  if (!name || !workspace || isWithin(from, houseFiles)) return [];
  if (target.kind === 'own') return checkOwn(workspace, one, target.path, name);
  if (target.kind === 'workspace') return checkOther(from, name, workspace, one, target);
  if (target.kind === 'node') return isTest(from) ? [] : checkNode(workspace.node, target.name, name);
  const allowed =
    workspace.packages === 'declared' || isWithin(from, onlyThere[target.name] ?? [])
      ? (declared[workspace.folder] ?? [])
      : workspace.packages;
  const known = isTest(from) ? [...allowed, ...testPackages, ...(declared['.'] ?? [])] : allowed;
  return known.includes(target.name) ? [] : [`imports the package "${target.name}", which ${name} may not`];
}

function checkOwn(workspace: Workspace, { specifier }: Import, path: string, name: string): string[] {
  if (!path.startsWith(`${workspace.folder}/`) && !workspace.mayImport.includes('**')) {
    return [`reaches out of ${name} with "${specifier}"; use @lading/<workspace>/<path>`];
  }
  return /\.(ts|tsx|js|mjs|json|css)$/.test(specifier) ? [] : [`imports "${specifier}" without its ending`];
}

function checkOther(
  from: string,
  own: string,
  workspace: Workspace,
  { isTypeOnly }: Import,
  { name, path }: { name: string; path: string },
): string[] {
  const whole = `${name}/${path}`;
  if (name === own) return [`imports itself as "@lading/${whole}"; use a relative path`];
  if (!workspaces[name]) return [`imports "@lading/${whole}", a workspace that is not in the table`];
  const allowed = [
    ...workspace.mayImport,
    ...(isTypeOnly ? (workspace.mayImportTypes ?? []) : []),
    ...(isTest(from) ? testsMayImport : []),
  ];
  if (!matchesAny(whole, allowed)) return [`imports "@lading/${whole}", which ${own} may not`];
  const isForTests = /(^|\/)testing(\/|$)/.test(path);
  return isForTests && !isTest(from) ? [`imports "@lading/${whole}", which is for tests`] : [];
}

function checkNode(allowed: Workspace['node'], module: string, name: string): string[] {
  return allowed === 'all' || allowed.includes(module)
    ? []
    : [`imports "node:${module}", which ${name} may not`];
}

function checkZone(from: string, zone: Zone, target: Target): string[] {
  if (isTest(from) || !isWithin(from, [zone.within]) || isWithin(from, zone.except)) return [];
  const says = (what: string) => [`${what}: ${zone.why}`];
  if (target.kind === 'own' && isWithin(target.path, zone.mayNotReach)) return says(`reaches ${target.path}`);
  if (target.kind === 'workspace' && !matchesAny(`${target.name}/${target.path}`, zone.mayImport)) {
    return says(`imports "@lading/${target.name}/${target.path}"`);
  }
  const isRefused = target.kind === 'node' && zone.node !== 'all' && !zone.node.includes(target.name);
  return isRefused ? says(`imports "node:${target.name}"`) : [];
}

/** Tests and what stands beside them for tests alone. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)testing(\/|\.ts$)/.test(path);
}
