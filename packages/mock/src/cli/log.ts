// What the command writes: a line for each request and delivery, for people or as JSON. What came over the network is data there.
import type { AnsweredRequest } from '../control/recorded-request.ts';
import type { Mock } from '../mock.ts';
import type { Delivery } from '../stateful/deliveries.ts';

export interface Log {
  listening(mock: Mock, signed: { url: string; secret: string } | undefined): void;
  request(request: AnsweredRequest): void;
  delivery(delivery: Delivery): void;
}

/** Characters of a line. */
const LONGEST = 1_000;

export function createLog({ quiet = false, json = false }: { quiet?: boolean; json?: boolean }): Log {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const object = (type: string, members: object) => print(JSON.stringify({ type, ...members }));
  return {
    listening({ url, document }, signed) {
      if (json) {
        object('listening', { url, document, ...(signed && { webhookSecret: signed.secret }) });
        return;
      }
      const { title, version, operations } = document;
      const count = `${operations} operation${operations === 1 ? '' : 's'}`;
      const lines = [`${escaped(`${title} ${version}`)} (${count}) mocked on ${url}`];
      if (signed) lines.push(`Deliveries to ${shown(signed.url)} are signed with ${signed.secret}`);
      // At once, for whoever reads them from a pipe.
      print(lines.join('\n'));
    },
    request(request) {
      if (quiet) return;
      const { headers: _headers, body: _body, milliseconds, ...rest } = request;
      if (json) object('request', { ...rest, milliseconds: Math.round(milliseconds) });
      else print(lineOf(request));
    },
    delivery(delivery) {
      const { url, event, status, error } = delivery;
      if (json) {
        if (!quiet) object('delivery', { url: shown(url), event: event.event_name, status, error });
        return;
      }
      if (status === undefined || status >= 300) {
        const reason = escaped(error ?? `answered ${status}`);
        process.stderr.write(
          `agentsource-mock: ${escaped(event.event_name)} not delivered to ${shown(url)}: ${reason}\n`,
        );
      } else if (!quiet) print(`delivered ${escaped(event.event_name)} to ${shown(url)} ${status}`);
    },
  };
}

function lineOf({ method, path, status, fault, milliseconds, refused }: AnsweredRequest): string {
  const outcome = [status, fault].filter((one) => one !== undefined).join(' ') || 'no answer';
  const line = `${method} ${path} ${outcome} ${Math.round(milliseconds)} ms${refused === undefined ? '' : `: ${refused}`}`;
  return escaped(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
}

/** Without what may be secret in a URL. */
function shown(url: string): string {
  if (!URL.canParse(url)) return escaped(url);
  const { origin, protocol, host, pathname } = new URL(url);
  return escaped(`${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`);
}

/** Nothing in it moves the cursor, begins a line or turns the direction of writing. */
function escaped(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
