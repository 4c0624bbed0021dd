import type { Landmarks, OrganizationPlace, Place, ProjectPlace } from './landmarks.ts';

/** A place where the name itself stands: not the number of a project. */
export type NamePlace = OrganizationPlace | (ProjectPlace & { readonly kind: 'title' | 'mention' });

/** Every place in the article that names what `place` names, in the order of the text, `place` among them. */
export function occurrencesOf({ places }: Landmarks, place: Place): readonly NamePlace[] {
  return places.filter(isNamePlace).filter((other) => isSame(place, other));
}

/** Every place in the article where an organisation of this name stands. */
export function organizationsNamed({ places }: Landmarks, name: string): readonly OrganizationPlace[] {
  const identity = organizationIdentity(name);
  return places.filter(
    (place): place is OrganizationPlace =>
      place.kind === 'organization' && organizationIdentity(place.text) === identity,
  );
}

/** What two writings of one organisation's name have in common: brackets of either width, no white space. */
export function organizationIdentity(name: string): string {
  return name.replaceAll('(', '（').replaceAll(')', '）').replace(/\s+/g, '');
}

export function isNamePlace(place: Place): place is NamePlace {
  return place.kind !== 'number';
}

function isSame(a: Place, b: Place): boolean {
  if (a.kind === 'organization') {
    return b.kind === 'organization' && organizationIdentity(a.text) === organizationIdentity(b.text);
  }
  return b.kind !== 'organization' && a.project === b.project;
}
