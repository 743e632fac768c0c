// What the command's flags come to, with the configuration file.
import { type Arguments, latencyOf, rateLimitOf } from './arguments.ts';
import { readConfiguration, readData, type Settings } from './configuration.ts';

/** The file's, where no flag says otherwise. */
export function settingsOf(values: Arguments): Settings {
  const { port, host, spec, stateful, seed, config, quiet, json } = values;
  const flags = {
    port: port === undefined ? undefined : Number(port),
    host,
    spec,
    stateful,
    seed: seed === undefined ? undefined : (readData(seed) as object),
    rateLimit: rateLimitOf(values),
    latency: latencyOf(values),
    texts: values.texts,
    webhookUrl: values['webhook-url'],
    webhookSecret: values['webhook-secret'],
    controlToken: values['control-token'],
    quiet,
    json,
  };
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  const settings: Settings = {
    port: 4010,
    ...(config === undefined ? {} : readConfiguration(config)),
    ...Object.fromEntries(given),
  };
  const inEnvironment = process.env.EXPLORIUM_WEBHOOK_SECRET;
  // In the environment it may be meant for something else; only where there is something to sign is it taken.
  if (settings.webhookUrl === undefined || settings.webhookSecret !== undefined || !inEnvironment)
    return settings;
  return { ...settings, webhookSecret: inEnvironment };
}
