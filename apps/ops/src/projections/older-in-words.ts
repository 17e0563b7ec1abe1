import type { ProjectionDto } from '@app/contracts';

/** How a version of a projection differs from the one before it, line by line; nothing where that is not known. */
export const olderInWords = (older: ProjectionDto['older']): readonly string[] => {
  if (!older) return [];
  const { older: collection, compared, differingDocuments, newDocuments, goneDocuments, paths } = older;
  return [
    `  against ${collection}: ${differingDocuments} of ${compared} documents differ, ${newDocuments} new, ${goneDocuments} gone`,
    ...paths.map(({ path, kind, documents }) => `    ${path} ${kind.toLowerCase()} in ${documents}`),
  ];
};
