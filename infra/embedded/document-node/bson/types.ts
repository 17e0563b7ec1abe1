/** The type bytes of BSON that this node stores. */
export const Type = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: 255,
  maxKey: 127,
} as const;

/** The name that `$type` and error messages use for a type byte. */
export const typeNames: Readonly<Record<number, string>> = {
  ...Object.fromEntries(Object.entries(Type).map(([name, type]) => [type, name])),
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
};

const numeric = new Set<number>([Type.double, Type.int, Type.long, Type.decimal]);

export const isNumeric = (type: number): boolean => numeric.has(type);
