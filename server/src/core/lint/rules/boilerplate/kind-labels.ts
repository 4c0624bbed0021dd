import { type Message, message } from '../../../text/message.ts';
import type { BoilerplateKind } from './kinds.ts';

/** What people call each kind. */
export const kindLabels: Readonly<Record<BoilerplateKind, Message>> = {
  comment: message('Comment in the markup'),
  style: message('Style sheet'),
  script: message('Script'),
  tracking: message('Counter of visits'),
  'empty-block': message('Empty element'),
  ad: message('Advertising'),
  'app-promo': message('Promotion of an app'),
  'qr-promo': message('Code to scan'),
  share: message('Share and like buttons'),
  navigation: message('Navigation'),
  'comment-box': message('Readers’ comments'),
  'copy-button': message('Copy button'),
  'end-mark': message('Mark of the end'),
  'page-info': message('Date, counts and other data of the page'),
  tags: message('Tags'),
  'related-links': message('Links to other articles'),
  'call-to-action': message('Call to follow or subscribe'),
  'original-title': message('Title, repeated or original'),
  'source-credit': message('Source'),
  'editor-credit': message('Editor or reporter'),
  copyright: message('Copyright'),
  disclaimer: message('Disclaimer'),
  profile: message('About the author or sender'),
  'site-icon': message('Icon of a topic or author'),
  repeated: message('Repeated by the site'),
};
