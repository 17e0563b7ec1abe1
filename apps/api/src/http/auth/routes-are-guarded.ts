import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessKey, type Access } from './allow.decorator.js';

export type DeclaredRoute = Readonly<{ method: string; path: string; handler: string; access: Access | null }>;

/** Knows every route of every controller, and refuses to start where one declares no permission. */
@Injectable()
export class RoutesAreGuarded implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter(({ access }) => access === null);
    if (open.length > 0) {
      throw new Error(
        `these routes declare no permission (use @Allow): ${open.map(({ handler }) => handler).join(', ')}`,
      );
    }
  }

  routes(): readonly DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (!metatype || typeof prototype !== 'object' || prototype === null) return [];
      const bases = listOf(this.reflector.get<string | string[]>(PATH_METADATA, metatype));
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => this.routesOf(Reflect.get(prototype, name), `${metatype.name}.${name}`, bases));
    });
  }

  private routesOf(handler: unknown, name: string, bases: readonly string[]): readonly DeclaredRoute[] {
    if (typeof handler !== 'function') return [];
    // Nest's reflector asks for a handler by the type of any function
    const target = handler as () => unknown;
    const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, target);
    if (method === undefined) return [];
    const access = this.reflector.get<Access | undefined>(accessKey, target) ?? null;
    const paths = listOf(this.reflector.get<string | string[]>(PATH_METADATA, target));
    return bases.flatMap((base) =>
      paths.map((path) => ({
        method: RequestMethod[method] ?? 'ALL',
        path: `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        handler: name,
        access,
      })),
    );
  }
}

const listOf = (paths: string | string[]): readonly string[] => (Array.isArray(paths) ? paths : [paths]);
