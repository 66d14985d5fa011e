/** What Chromium must be told to find this Salesloft under Salesloft's own names. */
export function chromiumFlags(port: number): string[] {
  const hosts = ['api.salesloft.com', 'accounts.salesloft.com', 'app.salesloft.com', '*.test'];
  return [
    `--host-resolver-rules=${hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(',')}`,
    '--ignore-certificate-errors',
    '--disable-quic',
  ];
}
