import { html, type Answer } from '../answer.ts';
import type { SalesloftRequest } from '../request.ts';
import type { World } from '../world.ts';

export function answerWebApp(_request: SalesloftRequest, _world: World): Answer {
  return html(200, '<!DOCTYPE html><title>Salesloft</title>');
}
