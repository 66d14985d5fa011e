import { generate } from 'selfsigned';

export type Certificate = { readonly key: string; readonly cert: string };

const HOSTS = [
  'accounts.salesloft.com',
  'api.salesloft.com',
  'app.salesloft.com',
  'gateway.test',
  '*.test',
  'localhost',
];

/** A self-signed certificate for Salesloft's hosts, good for a day; made anew at each start. */
export async function makeCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Salesloft on this machine' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2, value })) },
    ],
  });
  return { key, cert };
}
