import { isPropertySignatureDeclaration } from 'typescript/unstable/ast';
import type { Symbol as TypeSymbol } from 'typescript/unstable/sync';

/** The type as it was written, so that `LocalDate` stays `LocalDate`. */
export const writtenType = ({ declarations }: TypeSymbol): string | null => {
  const declaration = declarations[0]?.resolve();
  if (declaration === undefined || !isPropertySignatureDeclaration(declaration)) return null;
  return declaration.type?.getText().replaceAll(/\s+/g, ' ') ?? null;
};
