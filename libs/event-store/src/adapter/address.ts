/** Added to an address that does not set them: a server that stops answering is given up after 10 + 5 s, not never. */
const keepAlive = { keepAliveInterval: '10000', keepAliveTimeout: '5000' };

/** The address that the client is given. The client's own names for options bear any case, `_` and `-`. */
export const withKeepAlive = (url: string): string => {
  const flat = url.toLowerCase().replaceAll(/[_-]/g, '');
  const missing = Object.entries(keepAlive).filter(([name]) => !flat.includes(`${name.toLowerCase()}=`));
  return missing.reduce(
    (address, [name, value]) => `${address}${address.includes('?') ? '&' : '?'}${name}=${value}`,
    url,
  );
};
