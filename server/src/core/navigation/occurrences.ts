import type { Landmarks, Place, ProjectPlace } from './landmarks.ts';
import type { OrganizationPlace } from './organization-places.ts';

/** A place where the name itself stands: not the number of a project. */
export type NamePlace = OrganizationPlace | (ProjectPlace & { readonly kind: 'title' | 'mention' });

/** Every place in the article that names what `place` names, in the order of the text, `place` among them. */
export function occurrencesOf({ places }: Landmarks, place: Place): readonly NamePlace[] {
  return places.filter(isNamePlace).filter((other) => isSame(place, other));
}

/** Every place in the article where an organisation of this identity stands. */
export function organizationPlacesOf({ places }: Landmarks, identity: string): readonly OrganizationPlace[] {
  return places.filter(
    (place): place is OrganizationPlace => place.kind === 'organization' && place.identity === identity,
  );
}

export function isNamePlace(place: Place): place is NamePlace {
  return place.kind !== 'number';
}

function isSame(a: Place, b: Place): boolean {
  if (a.kind === 'organization') return b.kind === 'organization' && a.identity === b.identity;
  return b.kind !== 'organization' && a.project === b.project;
}
