// SPDX-License-Identifier: EUPL-1.2
// The map that moves, with the places of the list beside it: numbered, in clusters where they are close, and linked
// both ways with their cards. The list stays the way for who uses a keyboard or a screen reader.
import { AttributionControl, LngLatBounds, Map, NavigationControl } from 'maplibre-gl';

// As in the style of the map (src/web/map/style.cc).
const letters = ['Figtree Bold'];

// The dots have the colours of the cards' numbers, which follow the visitor's light or dark.
const dark = matchMedia('(prefers-color-scheme: dark)');
const colours = () => {
  const of_page = getComputedStyle(document.documentElement);
  const named = (name) => of_page.getPropertyValue(name).trim();
  return { dot: named('--dot'), edge: named('--dot-ink'), picked: named('--dot-picked') };
};

const points = (venues) => ({
  type: 'FeatureCollection',
  features: venues.map(({ number, longitude, latitude }) => ({
    type: 'Feature', id: number, properties: { number },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  })),
});

const around = (venues) => venues.reduce(
  (box, { longitude, latitude }) => box.extend([longitude, latitude]), new LngLatBounds());

const circle = (id, source, colour, edge, radius, filter) => ({
  id, source, type: 'circle', ...(filter && { filter }),
  paint: { 'circle-color': colour, 'circle-radius': radius, 'circle-stroke-color': edge, 'circle-stroke-width': 2 },
});

const text = (id, source, colour, field, filter) => ({
  id, source, type: 'symbol', ...(filter && { filter }),
  layout: { 'text-field': field, 'text-font': letters, 'text-size': 13, 'text-allow-overlap': true, 'text-ignore-placement': true },
  paint: { 'text-color': colour },
});

// The ground within the minutes lies over the streets and under the names; home is a ring.
function add_reach(map, { reach, home }) {
  if (!reach) return;
  const { dot, edge } = colours();
  const [latitude, longitude] = home.split(',').map(Number);
  const names = map.getStyle().layers.find(({ type }) => type === 'symbol')?.id;
  map.addSource('reach', { type: 'geojson', data: new URL(reach, location.href).href });
  map.addLayer({ id: 'reach', source: 'reach', type: 'fill', paint: { 'fill-color': dot, 'fill-opacity': 0.16 } }, names);
  map.addLayer({ id: 'reach edge', source: 'reach', type: 'line', paint: { 'line-color': dot, 'line-width': 1.5 } }, names);
  map.addSource('home', { type: 'geojson', data: points([{ number: 0, longitude, latitude }]) });
  map.addLayer({
    id: 'home', source: 'home', type: 'circle',
    paint: { 'circle-color': edge, 'circle-radius': 6, 'circle-stroke-color': dot, 'circle-stroke-width': 4 },
  });
}

function add_venues(map, venues) {
  const alone = ['!', ['has', 'point_count']], together = ['has', 'point_count'];
  const { dot, edge, picked } = colours();
  map.addSource('venues', { type: 'geojson', data: points(venues), cluster: true, clusterRadius: 30, clusterMaxZoom: 16 });
  map.addSource('picked', { type: 'geojson', data: points([]) });
  map.addLayer(circle('clusters', 'venues', dot, edge, 17, together));
  map.addLayer(text('cluster counts', 'venues', edge, ['concat', ['get', 'point_count'], '×'], together));
  map.addLayer(circle('venues', 'venues', dot, edge, 12, alone));
  map.addLayer(text('venue numbers', 'venues', edge, ['to-string', ['get', 'number']], alone));
  map.addLayer(circle('picked', 'picked', picked, edge, 15));
  map.addLayer(text('picked number', 'picked', edge, ['to-string', ['get', 'number']]));
}

// What the search finds beside this page of it: small dots that lead to the page of their place. They come when the map is there.
async function add_other_places(map, places, venues) {
  const answer = await fetch(new URL(places, location.href));
  if (!answer.ok) return;
  const { features } = await answer.json();
  const listed = new Set(venues.map(({ longitude, latitude }) => `${longitude} ${latitude}`));
  const others = features.filter(({ geometry }) => !listed.has(geometry.coordinates.join(' ')));
  const { dot, edge } = colours();
  map.addSource('others', { type: 'geojson', data: { type: 'FeatureCollection', features: others } });
  map.addLayer({
    id: 'others', source: 'others', type: 'circle',
    paint: { 'circle-color': dot, 'circle-radius': 5, 'circle-stroke-color': edge, 'circle-stroke-width': 1.5, 'circle-opacity': 0.8 },
  }, 'clusters');
  map.addLayer({ ...text('other names', 'others', dot, ['get', 'name']), minzoom: 15.5,
    layout: { 'text-field': ['get', 'name'], 'text-font': letters, 'text-size': 12, 'text-offset': [0, 1], 'text-anchor': 'top' } }, 'clusters');
}

// The cards of the list that lie at a number.
const cards_at = (number) =>
  [...document.querySelectorAll(`[data-dot="${number}"]`)].map((mark) => mark.closest('.card')).filter(Boolean);

// Who comes to a card, by mouse or keyboard, sees its place on the map.
function link_list_to_map(map, venues) {
  const pick = (venue) => map.getSource('picked')?.setData(points(venue ? [venue] : []));
  for (const venue of venues) {
    for (const card of cards_at(venue.number)) {
      const come = () => {
        pick(venue);
        const at = [venue.longitude, venue.latitude];
        if (!map.getBounds().contains(at)) map.easeTo({ center: at });
      };
      card.addEventListener('mouseenter', come);
      card.addEventListener('focusin', come);
      for (const leaving of ['mouseleave', 'focusout']) card.addEventListener(leaving, () => pick());
    }
  }
}

const mark_cards = (numbers) => {
  for (const card of document.querySelectorAll('.card.on-map')) card.classList.remove('on-map');
  for (const number of numbers) for (const card of cards_at(number)) card.classList.add('on-map');
};

// Who points at a place sees its cards; who chooses it goes to the first of them.
function link_map_to_list(map) {
  const canvas = map.getCanvas();
  map.on('mousemove', 'venues', ({ features }) => {
    canvas.style.cursor = 'pointer';
    mark_cards(features.map((feature) => feature.properties.number));
  });
  map.on('mouseleave', 'venues', () => {
    canvas.style.cursor = '';
    mark_cards([]);
  });
  map.on('click', 'venues', ({ features }) => {
    const link = cards_at(features[0].properties.number)[0]?.querySelector('a');
    link?.scrollIntoView({ block: 'center' });
    link?.focus();
  });
  map.on('mousemove', 'others', () => { canvas.style.cursor = 'pointer'; });
  map.on('mouseleave', 'others', () => { canvas.style.cursor = ''; });
  map.on('click', 'others', ({ point, features: [place] }) => {
    const above = map.queryRenderedFeatures(point, { layers: ['venues', 'clusters'] });
    if (above.length === 0) location.assign(place.properties.address);
  });
  map.on('click', 'clusters', async ({ features: [cluster] }) => {
    const zoom = await map.getSource('venues').getClusterExpansionZoom(cluster.properties.cluster_id);
    map.easeTo({ center: cluster.geometry.coordinates, zoom });
  });
}

// One tile that fails is no reason to give up; a style that does not come is.
const arrived = (map) => new Promise((resolve, reject) => {
  let styled = false;
  map.once('styledata', () => { styled = true; });
  map.once('load', resolve);
  map.on('error', ({ error }) => styled ? console.warn(error) : reject(error));
});

function load_styles(address) {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
  document.head.append(link);
  return new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
}

function address_of(style) {
  const address = new URL(style, location.href);
  if (dark.matches) address.searchParams.set('look', 'dark');
  return address.href;
}

// A style that is replaced takes along what was added to it.
function follow_look(map, style, add) {
  const change = () => {
    map.once('style.load', add);
    map.setStyle(address_of(style), { diff: false });
  };
  dark.addEventListener('change', change);
  map.once('remove', () => dark.removeEventListener('change', change));
}

// Takes the place of the picture in `details` when it is ready.
export async function show_map(details, venues, { style, styles, reach, home, words, places }) {
  const picture = details.querySelector('picture');
  await load_styles(styles);
  const frame = Object.assign(document.createElement('div'), { className: 'map-frame' });
  details.append(frame);
  let map;
  try {
    map = new Map({
      container: frame, style: address_of(style), bounds: around(venues),
      fitBoundsOptions: { padding: 48, maxZoom: 15 }, cooperativeGestures: true, dragRotate: false, maxPitch: 0,
      attributionControl: false, locale: JSON.parse(words),
      transformRequest: (url) => ({ url: new URL(url, location.href).href }),
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }));
    map.addControl(new AttributionControl({ compact: false }));
    await arrived(map);
    const add = () => {
      add_reach(map, { reach, home });
      add_venues(map, venues);
      return add_other_places(map, places, venues).catch((problem) => console.warn('Other places are missing:', problem));
    };
    await add();
    follow_look(map, style, add);
    link_list_to_map(map, venues);
    link_map_to_list(map);
    picture?.remove();
    details.dataset.ready = '';
    return map;
  } catch (problem) {
    map?.remove();
    frame.remove();
    throw problem;
  }
}
