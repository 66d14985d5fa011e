import { empty, json, type Answer } from '../answer.ts';
import { nextId } from '../builders/ids.ts';
import { idIn, type ApiCall, type Routes } from '../call.ts';
import { anyOf, within } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import { invalid, notFound } from '../refusals.ts';
import type { Note, Person, User } from '../rows.ts';
import { iso, ref, type Ref } from '../wire.ts';
import type { World } from '../world.ts';
import { showOne } from './find-row.ts';

const notes: Listing<Note> = {
  name: 'notes',
  filters: {
    ids: anyOf((note) => note.id),
    associated_with_type: anyOf((note) => note.associated_type),
    associated_with_id: anyOf((note) => note.associated_with.id),
    updated_at: within((note) => note.updated_at),
  },
  sorts: { created_at: (note) => note.created_at, updated_at: (note) => note.updated_at },
  usualSort: 'updated_at',
  usualDirection: 'DESC',
};

type NoteFacts = {
  readonly content: string;
  readonly person: Person;
  readonly user: User;
  readonly call: Ref | null;
  readonly at: string;
};

export function writeNote(world: World, { content, person, user, call, at }: NoteFacts): Note {
  const note: Note = {
    id: nextId('notes', 3_300_001),
    content,
    subject: null,
    associated_type: 'person',
    associated_with: ref('people', person.id),
    call,
    user: ref('users', user.id),
    created_at: at,
    updated_at: at,
    hidden: { table: 'notes', brings: [] },
  };
  world.notes.set(String(note.id), note);
  return note;
}

/** A note for a logged call is added once. */
function addNote({ world, body, me, now }: ApiCall): Answer {
  const { content, associated_with_type: type } = body;
  const callId = idIn(body, 'call_id');
  if (typeof content !== 'string' || content === '') return invalid({ content: ["can't be blank"] });
  if (type !== 'person') return invalid({ associated_with_type: ['is not included in the list'] });
  const person = world.people.get(idIn(body, 'associated_with_id') ?? '');
  if (!person) return notFound();
  const logged = callId === undefined ? undefined : world.calls.get(callId);
  if (callId !== undefined && !logged) return invalid({ call_id: ['does not exist'] });
  if (logged?.note) return invalid({ call_id: ['already has a note'] });
  const call = logged ? ref('activities/calls', logged.id) : null;
  const note = writeNote(world, { content, person, user: me, call, at: iso(now) });
  if (logged) logged.note = ref('notes', note.id);
  return json(200, { data: note });
}

function changeNote({ world, id, body, now }: ApiCall): Answer {
  const note = world.notes.get(id);
  if (!note) return notFound();
  if (typeof body['content'] !== 'string' || body['content'] === '') return invalid({ content: ["can't be blank"] });
  note.content = body['content'];
  note.updated_at = iso(now);
  return json(200, { data: note });
}

export const noteRoutes: Routes = {
  'GET /v2/notes': (call) => list(call, call.world.notes.values(), notes),
  'GET /v2/notes/{id}': (call) => showOne(call, call.world.notes),
  'POST /v2/notes': addNote,
  'PUT /v2/notes/{id}': changeNote,
  'DELETE /v2/notes/{id}': ({ world, id }) => (world.notes.delete(id) ? empty(204) : notFound()),
};
