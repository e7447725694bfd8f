// SPDX-License-Identifier: EUPL-1.2
// What the search form does beside asking: complete words, and remember choices for who wants that.
import './suggestions.js';
import './remember.js';
